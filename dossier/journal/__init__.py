"""Who opened what, when. Imports nobody; everybody may call it."""
