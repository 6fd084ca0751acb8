"""A pytest plugin: points plaid-python at Selvedge and prints one result line a test.

Selected with `-p selvedge_host`; the client's tests and the client itself stay as they are.
"""

import os

import plaid

plaid.Environment.Sandbox = os.environ["SELVEDGE_URL"]


def pytest_runtest_logreport(report):
    """Tells every outcome: a test that passes, and whatever else happens at any stage of one."""
    name = report.nodeid.removeprefix("tests/integration/")
    if report.failed:
        print(f"\nfail {os.environ['SDK']} {name}", flush=True)
    elif report.skipped:
        print(f"\nskip {os.environ['SDK']} {name}", flush=True)
    elif report.when == "call":
        print(f"\npass {os.environ['SDK']} {name}", flush=True)
