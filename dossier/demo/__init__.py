"""An invented establishment, to see and to measure."""
