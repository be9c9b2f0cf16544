"""Compares what iam_operations.py printed for the sandbox with what it printed for moto.

Usage: compare_with_moto.py <sandbox's lines> <moto's lines>

Prints every difference that is not listed here and ends with 1 when there is one. Messages are not compared: moto words them in its own way.
"""

import json
import sys

# What the two are known to tell differently, by operation and member, and why the sandbox is right.
KNOWN = {
    ("create_role", "RoleLastUsed"): "moto adds it to a role that nobody can have used yet",
    ("list_instance_profiles_for_role", "IsTruncated"): "IAM says of every list whether there is more; moto leaves it out",
    ("create_policy", "Description"): "moto forgets the description of a policy in the answer that creates it",
    ("create_policy", "Tags"): "moto leaves out empty tags of a new policy",
    ("create_policy", "PermissionsBoundaryUsageCount"): "moto does not count boundaries",
    ("get_policy", "PermissionsBoundaryUsageCount"): "moto does not count boundaries",
    ("create_open_id_connect_provider", "Tags"): "the model has tags in the answer; moto leaves them out",
    ("create_saml_provider", "Tags"): "the model has tags in the answer; moto leaves them out",
    ("get_saml_provider", "Tags"): "moto keeps no tags of SAML providers",
    ("get_saml_provider", "PrivateKeyList"): "moto keeps no keys of SAML providers",
}


def read(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def reduce(operation, value):
    if isinstance(value, dict):
        return {key: reduce(operation, item) for key, item in value.items() if (operation, key) not in KNOWN and key != "message"}
    if isinstance(value, list):
        # IAM promises no order of tags.
        return sorted((reduce(operation, item) for item in value), key=json.dumps)
    return value


def main():
    sandbox, moto = read(sys.argv[1]), read(sys.argv[2])
    if [line["operation"] for line in sandbox] != [line["operation"] for line in moto]:
        sys.exit("The two were not asked the same.")
    compared = missing = different = 0
    for ours, theirs in zip(sandbox, moto):
        if "missing" in ours:
            sys.exit(f"The sandbox does not know {ours['operation']}.")
        if "missing" in theirs:
            missing += 1
            continue
        compared += 1
        left, right = reduce(ours["operation"], ours), reduce(ours["operation"], theirs)
        if left != right:
            different += 1
            print(f"sandbox {json.dumps(left)}\nmoto    {json.dumps(right)}")
    print(f"{compared} compared, {different} different, {missing} that moto does not have")
    sys.exit(1 if different or not compared else 0)


main()
