"""Compares what the sandbox answers with what moto answers, for every operation that both have.

Usage: compare_with_moto.py <sandbox's endpoint> <moto's endpoint>

Prints every difference that is not listed here, and everything listed that is no difference any more, and ends with 1 when there is any. Messages and
the order of lists are not compared: moto words and sorts in its own way.
"""

import json
import sys

import iam_operations
import user_pool_operations

# What the two are known to tell differently, by operation and member, and why.
KNOWN = {
    ("create_role", "RoleLastUsed"): "moto adds it to a role that nobody can have used yet",
    ("create_role", "Description"): "AWS was recorded without it",
    ("create_role", "MaxSessionDuration"): "AWS was recorded without it",
    ("get_role", "PermissionsBoundary"): "AWS was recorded with the type Policy, moto says PermissionsBoundaryPolicy",
    ("list_instance_profiles_for_role", "IsTruncated"): "IAM says of every list whether there is more; moto leaves it out",
    ("create_policy", "Description"): "moto forgets the description of a policy in the answer that creates it",
    ("create_policy", "PermissionsBoundaryUsageCount"): "moto does not count boundaries",
    ("get_policy", "PermissionsBoundaryUsageCount"): "moto does not count boundaries",
    ("create_open_id_connect_provider", "Tags"): "the model has tags in the answer; moto leaves them out",
    ("create_saml_provider", "Tags"): "the model has tags in the answer; moto leaves them out",
    ("get_saml_provider", "Tags"): "moto keeps no tags of SAML providers",
    ("get_saml_provider", "PrivateKeyList"): "moto keeps no keys of SAML providers",
    ("get_saml_provider", "SAMLProviderUUID"): "moto has no such id",
    ("update_user_pool_client", "LogoutURLs"): "Cognito replaces a client; moto keeps what an update leaves out",
    ("describe_user_pool_client", "LogoutURLs"): "Cognito replaces a client; moto keeps what an update leaves out",
}
KNOWN_OF_USER_POOLS = {
    "SchemaAttributes": "the sandbox has the text attributes of the standard and no constraints; moto has all of both",
    "SmsVerificationMessage": "moto writes out the default texts",
    "EmailVerificationMessage": "moto writes out the default texts",
    "EmailVerificationSubject": "moto writes out the default texts",
    "SmsMessage": "moto writes out the default texts",
    "EmailMessage": "moto writes out the default texts",
    "EmailSubject": "moto writes out the default texts",
    "InviteMessageTemplate": "moto writes out the default texts",
    "SignInPolicy": "moto does not know sign-in policies",
    "DeletionProtection": "moto has no default for it",
    "LambdaConfig": "moto has it in lists only",
    "UserPoolTags": "moto leaves out empty tags",
    "UserPoolTier": "moto does not know tiers",
}
KNOWN_OF_CLIENTS = {
    "CreationDate": "moto keeps no dates of clients",
    "LastModifiedDate": "moto keeps no dates of clients",
    "ExplicitAuthFlows": "moto has no default for it",
    "PreventUserExistenceErrors": "moto has no default for it",
}
KNOWN |= {(f"{verb}_user_pool", member): reason for verb in ("create", "describe") for member, reason in KNOWN_OF_USER_POOLS.items()}
KNOWN |= {(f"{verb}_user_pool_client", member): reason for verb in ("create", "describe") for member, reason in KNOWN_OF_CLIENTS.items()}
KNOWN |= {("update_user_pool_client", member): KNOWN_OF_CLIENTS[member] for member in ("CreationDate", "LastModifiedDate")}
MISSING = {
    "add_client_id_to_open_id_connect_provider",
    "remove_client_id_from_open_id_connect_provider",
    "list_saml_provider_tags",
    "tag_saml_provider",
    "untag_saml_provider",
}


class Comparison:
    def __init__(self):
        self.compared = self.different = 0
        self.missing, self.used = set(), set()

    def compare(self, sandbox, moto):
        if [line["operation"] for line in sandbox] != [line["operation"] for line in moto]:
            sys.exit("The two were not asked the same.")
        for ours, theirs in zip(sandbox, moto):
            if "missing" in ours:
                sys.exit(f"The sandbox does not know {ours['operation']}.")
            if "missing" in theirs:
                self.missing.add(ours["operation"])
            else:
                self.compare_line(ours["operation"], ours, theirs)

    def compare_line(self, operation, ours, theirs):
        self.compared += 1
        self.note_known(operation, ours, theirs)
        left, right = reduce(operation, ours), reduce(operation, theirs)
        if left != right:
            self.different += 1
            print(f"sandbox {json.dumps(left, default=str)}\nmoto    {json.dumps(right, default=str)}")

    def note_known(self, operation, ours, theirs):
        left, right = members(ours), members(theirs)
        for name in left.keys() | right.keys():
            if (operation, name) in KNOWN and left.get(name) != right.get(name):
                self.used.add((operation, name))


def members(value):
    """Every member at any depth with all its values."""
    found = {}
    if isinstance(value, dict):
        for key, item in value.items():
            found.setdefault(key, []).append(item)
    for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else []:
        for key, items in members(item).items():
            found.setdefault(key, []).extend(items)
    return found


def reduce(operation, value):
    if isinstance(value, dict):
        return {key: reduce(operation, item) for key, item in value.items() if (operation, key) not in KNOWN and key != "message"}
    if isinstance(value, list):
        # Neither service promises an order.
        return sorted((reduce(operation, item) for item in value), key=lambda item: json.dumps(item, sort_keys=True, default=str))
    return value


def main():
    comparison = Comparison()
    for operations in (iam_operations, user_pool_operations):
        comparison.compare(operations.record(sys.argv[1]).lines, operations.record(sys.argv[2]).lines)
    stale = KNOWN.keys() - comparison.used
    for operation, member in sorted(stale):
        print(f"No difference any more: {member} of {operation}")
    lacking = MISSING ^ comparison.missing
    for operation in sorted(lacking):
        print(f"moto {'has' if operation in MISSING else 'does not have'} {operation}")
    print(
        f"{comparison.compared} compared, {comparison.different} different, {len(comparison.used)} known differences,"
        f" {len(comparison.missing)} operations that moto does not have"
    )
    sys.exit(1 if comparison.different or stale or lacking else 0)


main()
