"""Links one Item a recipe as the user `user_custom` and compares what it then answers.

Every file `recipes/NAME.json` is handed over as the password; `NAME.expected.json` says what must
come back. An account is meant by its position (`of`). What an expectation does not mention is not
compared, but a list of numbers is compared whole.
"""

import json
import os
import pathlib
import urllib.error
import urllib.request

BANK = "ins_109508"


def call(path, **body):
    """Posts `body` and returns the answer; an error answer is raised with its text."""
    request = urllib.request.Request(
        os.environ["SELVEDGE_URL"] + path,
        data=json.dumps(body).encode(),
        headers={
            "Content-Type": "application/json",
            "PLAID-CLIENT-ID": os.environ["CLIENT_ID"],
            "PLAID-SECRET": os.environ["SECRET"],
        },
    )
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.load(answer)
    except urllib.error.HTTPError as error:
        raise AssertionError(f"{path} answered {error.code}: {error.read().decode()}") from None


def link(recipe, products):
    """Stands for the user: signs in with the recipe and returns an access token."""
    options = {"override_username": "user_custom", "override_password": recipe}
    public = call("/sandbox/public_token/create", institution_id=BANK, initial_products=products, options=options)
    return call("/item/public_token/exchange", public_token=public["public_token"])["access_token"]


def same(what, seen, wanted):
    assert seen == wanted, f"{what}: wanted {wanted!r}, saw {seen!r}"


def compare_accounts(accounts, wanted):
    same("number of accounts", len(accounts), len(wanted))
    for position, (account, expected) in enumerate(zip(accounts, wanted)):
        seen = {**account, "current": account["balances"]["current"]}
        for key in expected.keys() - {"owner"}:
            same(f"account {position} {key}", seen[key], expected[key])


def compare_owners(accounts, wanted):
    for position, (account, expected) in enumerate(zip(accounts, wanted)):
        same(f"account {position} owners", len(account["owners"]), 1)
        for key, value in expected["owner"].items():
            same(f"account {position} {key}", account["owners"][0][key], value)


def compare_numbers(numbers, positions, wanted):
    for kind, expected in wanted.items():
        same(f"number of {kind} numbers", len(numbers[kind]), len(expected))
        for seen, number in zip(numbers[kind], expected):
            seen = {**seen, "of": positions[seen["account_id"]]}
            same(f"{kind} number", {key: seen[key] for key in number}, number)


def check(file):
    expected = json.loads(file.with_suffix(".expected.json").read_text(encoding="utf-8"))
    token = link(file.read_text(encoding="utf-8"), expected["initial_products"])
    accounts = call("/accounts/get", access_token=token)["accounts"]
    positions = {account["account_id"]: position for position, account in enumerate(accounts)}
    compare_accounts(accounts, expected["accounts"])
    compare_owners(call("/identity/get", access_token=token)["accounts"], expected["accounts"])
    if "numbers" in expected:
        compare_numbers(call("/auth/get", access_token=token)["numbers"], positions, expected["numbers"])


def main():
    folder = pathlib.Path(__file__).parent / "recipes"
    for file in sorted(folder.glob("*.json")):
        if file.name.endswith(".expected.json"):
            continue
        try:
            check(file)
            print(f"pass {file.stem}")
        except (AssertionError, OSError, KeyError, IndexError) as error:
            print(f"fail {file.stem}\n  {error!r}")


if __name__ == "__main__":
    main()
