# SPDX-License-Identifier: MIT
"""Waiting for something to happen, never for time to pass."""

import time

# In seconds. More than anything here takes on the busiest machine: only what hangs meets it.
PATIENCE = 120


def wait_until(condition, what):
    """Looks until the condition comes true, and gives what made it so; AssertionError where it never does."""
    deadline = time.monotonic() + PATIENCE
    while True:
        found = condition()
        if found:
            return found
        if time.monotonic() >= deadline:
            raise AssertionError(f"waited in vain: {what}")
        time.sleep(0.005)
