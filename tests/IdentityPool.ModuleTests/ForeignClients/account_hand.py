"""An account as boto3 sees it: makes the calls that are asked for on standard input, and tells the whole state on demand.

A line is "state", or a call: {"service": "iam", "operation": "get_role", "parameters": {"RoleName": "Editor"}}. Each is answered by one line of JSON;
a call that is refused by {"refused": code, "message": text}.
"""

import json
import sys

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

REGION = "us-east-1"
ENDPOINT = sys.argv[1]


def client(service):
    return boto3.client(
        service,
        endpoint_url=ENDPOINT,
        region_name=REGION,
        aws_access_key_id="AKIDEXAMPLE",
        aws_secret_access_key="secret",
        config=Config(retries={"total_max_attempts": 1}),
    )


CLIENTS = {service: client(service) for service in ("cognito-identity", "cognito-idp", "iam", "sts")}
IDENTITY, USER_POOLS, IAM = CLIENTS["cognito-identity"], CLIENTS["cognito-idp"], CLIENTS["iam"]


def without_metadata(answer):
    return {key: value for key, value in answer.items() if key != "ResponseMetadata"}


def pages(api, operation, member, **parameters):
    return [item for page in api.get_paginator(operation).paginate(**parameters) for item in page[member]]


def tags(items):
    return {item["Key"]: item["Value"] for item in items}


def pool(pool_id):
    described = without_metadata(IDENTITY.describe_identity_pool(IdentityPoolId=pool_id))
    roles = without_metadata(IDENTITY.get_identity_pool_roles(IdentityPoolId=pool_id))
    providers = list(described.get("SupportedLoginProviders", {}))
    providers += [item["ProviderName"] for item in described.get("CognitoIdentityProviders", [])]
    providers += described.get("OpenIdConnectProviderARNs", []) + described.get("SamlProviderARNs", [])
    principal_tags = {}
    for provider in sorted(set(providers)):
        try:
            answer = IDENTITY.get_principal_tag_attribute_map(IdentityPoolId=pool_id, IdentityProviderName=provider)
        except IDENTITY.exceptions.ResourceNotFoundException:
            continue  # They were never set.
        if answer.get("UseDefaults") or answer.get("PrincipalTags"):
            principal_tags[provider] = {"UseDefaults": answer.get("UseDefaults", False), "PrincipalTags": answer.get("PrincipalTags", {})}
    return {
        "pool": described,
        "roles": roles.get("Roles", {}),
        "mappings": roles.get("RoleMappings", {}),
        "principalTags": principal_tags,
    }


def role(name):
    described = IAM.get_role(RoleName=name)["Role"]
    return {
        "arn": described["Arn"],
        "description": described.get("Description", ""),
        "maxSessionDuration": described.get("MaxSessionDuration", 3600),
        "boundary": described.get("PermissionsBoundary", {}).get("PermissionsBoundaryArn"),
        "trust": described["AssumeRolePolicyDocument"],
        "tags": tags(described.get("Tags", [])),
        "attached": sorted(item["PolicyArn"] for item in pages(IAM, "list_attached_role_policies", "AttachedPolicies", RoleName=name)),
        "inline": {
            policy: IAM.get_role_policy(RoleName=name, PolicyName=policy)["PolicyDocument"]
            for policy in pages(IAM, "list_role_policies", "PolicyNames", RoleName=name)
        },
    }


def provider(arn):
    described = IAM.get_open_id_connect_provider(OpenIDConnectProviderArn=arn)
    return {
        "audiences": sorted(described.get("ClientIDList", [])),
        "thumbprints": sorted(described.get("ThumbprintList", [])),
        "tags": tags(described.get("Tags", [])),
    }


def user_pool(pool_id):
    clients = pages(USER_POOLS, "list_user_pool_clients", "UserPoolClients", UserPoolId=pool_id)
    return sorted(f"{item['ClientName']} {item['ClientId']}" for item in clients)


def state():
    pools = pages(IDENTITY, "list_identity_pools", "IdentityPools", MaxResults=60)
    return {
        "pools": {item["IdentityPoolId"]: pool(item["IdentityPoolId"]) for item in pools},
        "roles": {item["RoleName"]: role(item["RoleName"]) for item in pages(IAM, "list_roles", "Roles")},
        "openIdConnectProviders": {
            item["Arn"]: provider(item["Arn"]) for item in IAM.list_open_id_connect_providers()["OpenIDConnectProviderList"]
        },
        "samlProviders": sorted(item["Arn"] for item in IAM.list_saml_providers()["SAMLProviderList"]),
        "userPools": {item["Id"]: user_pool(item["Id"]) for item in pages(USER_POOLS, "list_user_pools", "UserPools", MaxResults=60)},
    }


def answer(line):
    if line == "state":
        return state()
    call = json.loads(line)
    try:
        return without_metadata(getattr(CLIENTS[call["service"]], call["operation"])(**call["parameters"]))
    except ClientError as error:
        return {"refused": error.response["Error"]["Code"], "message": error.response["Error"]["Message"]}


for request in sys.stdin:
    print(json.dumps(answer(request.strip()), default=str, sort_keys=True), flush=True)
