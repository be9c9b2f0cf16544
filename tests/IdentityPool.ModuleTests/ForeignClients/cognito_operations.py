"""Calls every operation of Cognito's identity pools and user pools with boto3, and looks at what comes back.

Usage: cognito_operations.py <endpoint>
"""

import json
import sys

import boto3
from botocore import UNSIGNED
from botocore.config import Config
from botocore.exceptions import ClientError

ENDPOINT = sys.argv[1]
REGION = "us-east-1"
TRUST = "cognito-identity.amazonaws.com"
USER_POOL_OPERATIONS = 17

called = {"cognito-identity": set(), "cognito-idp": set()}


def client(service, signed=True):
    config = Config(retries={"total_max_attempts": 1}, signature_version=None if signed else UNSIGNED)
    made = boto3.client(service, endpoint_url=ENDPOINT, region_name=REGION, config=config)
    if service in called:
        made.meta.events.register(f"before-call.{service}", lambda model, **_: called[service].add(model.name))
    return made


def refused(code, call, **parameters):
    try:
        call(**parameters)
    except ClientError as error:
        assert error.response["Error"]["Code"] == code, error
        assert error.response["ResponseMetadata"]["HTTPStatusCode"] == 400
        assert error.response["ResponseMetadata"]["RequestId"]
        return
    raise AssertionError(f"{code} was expected")


def role(pool):
    document = {
        "Version": "2012-10-17",
        "Statement": {
            "Effect": "Allow",
            "Principal": {"Federated": TRUST},
            "Action": "sts:AssumeRoleWithWebIdentity",
            "Condition": {"StringEquals": {f"{TRUST}:aud": pool}},
        },
    }
    made = client("iam").create_role(RoleName="Everybody", AssumeRolePolicyDocument=json.dumps(document))
    return made["Role"]["Arn"]


def user_pools():
    idp = client("cognito-idp")
    pool = idp.create_user_pool(PoolName="people", UserPoolTags={"a": "1"})["UserPool"]
    of = {"UserPoolId": pool["Id"]}
    idp.update_user_pool(**of, MfaConfiguration="OFF")
    assert idp.describe_user_pool(**of)["UserPool"]["UserPoolTags"] == {}
    assert len(list(idp.get_paginator("list_user_pools").paginate(MaxResults=1))) == 1
    made = idp.create_user_pool_client(**of, ClientName="web", GenerateSecret=True)["UserPoolClient"]
    named = {**of, "ClientId": made["ClientId"]}
    assert idp.update_user_pool_client(**named, ClientName="app")["UserPoolClient"]["ClientName"] == "app"
    assert idp.describe_user_pool_client(**named)["UserPoolClient"]["ClientSecret"] == made["ClientSecret"]
    extra = idp.create_user_pool_client(**of, ClientName="extra")["UserPoolClient"]["ClientId"]
    assert len(list(idp.get_paginator("list_user_pool_clients").paginate(**of, PaginationConfig={"PageSize": 1}))) == 2
    idp.delete_user_pool_client(**of, ClientId=extra)
    refused("ResourceNotFoundException", idp.describe_user_pool_client, **of, ClientId=extra)
    group = {**of, "GroupName": "admins"}
    idp.create_group(**group, Precedence=0)
    assert idp.get_group(**group)["Group"]["Precedence"] == 0
    assert len(idp.list_groups(**of)["Groups"]) == 1
    idp.delete_group(**group)
    idp.tag_resource(ResourceArn=pool["Arn"], Tags={"b": "2", "c": "3"})
    idp.untag_resource(ResourceArn=pool["Arn"], TagKeys=["c"])
    assert idp.list_tags_for_resource(ResourceArn=pool["Arn"])["Tags"] == {"b": "2"}
    gone = idp.create_user_pool(PoolName="gone")["UserPool"]["Id"]
    idp.delete_user_pool(UserPoolId=gone)
    refused("ResourceNotFoundException", idp.describe_user_pool, UserPoolId=gone)
    return f"cognito-idp.{REGION}.amazonaws.com/{pool['Id']}", made["ClientId"]


def identity_pools(provider, app):
    pools, public = client("cognito-identity"), client("cognito-identity", signed=False)
    members = {
        "IdentityPoolName": "shop",
        "AllowUnauthenticatedIdentities": True,
        "AllowClassicFlow": True,
        "DeveloperProviderName": "login.shop",
        "CognitoIdentityProviders": [{"ProviderName": provider, "ClientId": app, "ServerSideTokenCheck": True}],
    }
    pool = pools.create_identity_pool(**members)["IdentityPoolId"]
    of = {"IdentityPoolId": pool}
    assert pools.update_identity_pool(**of, **{**members, "IdentityPoolName": "renamed"})["IdentityPoolName"] == "renamed"
    assert pools.describe_identity_pool(**of)["CognitoIdentityProviders"] == members["CognitoIdentityProviders"]
    assert len(list(pools.get_paginator("list_identity_pools").paginate(PaginationConfig={"PageSize": 1}))) == 1
    arn = f"arn:aws:cognito-identity:{REGION}:123456789012:identitypool/{pool}"
    pools.tag_resource(ResourceArn=arn, Tags={"a": "1", "b": "2"})
    pools.untag_resource(ResourceArn=arn, TagKeys=["b"])
    assert pools.list_tags_for_resource(ResourceArn=arn)["Tags"] == {"a": "1"}
    tags = {**of, "IdentityProviderName": provider}
    refused("ResourceNotFoundException", pools.get_principal_tag_attribute_map, **tags)
    pools.set_principal_tag_attribute_map(**tags, PrincipalTags={"team": "custom:team"})
    assert pools.get_principal_tag_attribute_map(**tags)["PrincipalTags"] == {"team": "custom:team"}
    identities(pools, public, of, role(pool))
    pools.delete_identity_pool(**of)
    refused("ResourceNotFoundException", pools.describe_identity_pool, **of)


def identities(pools, public, of, arn):
    pools.set_identity_pool_roles(**of, Roles={"authenticated": arn, "unauthenticated": arn})
    assert pools.get_identity_pool_roles(**of)["Roles"]["authenticated"] == arn
    guest = {"IdentityId": public.get_id(**of)["IdentityId"]}
    assert public.get_credentials_for_identity(**guest)["Credentials"]["Expiration"].tzinfo
    token = public.get_open_id_token(**guest)["Token"]
    client("sts", signed=False).assume_role_with_web_identity(RoleArn=arn, RoleSessionName="boto3", WebIdentityToken=token)
    vouch = pools.get_open_id_token_for_developer_identity
    ann = vouch(**of, Logins={"login.shop": "ann"})
    public.get_credentials_for_identity(IdentityId=ann["IdentityId"], Logins={TRUST: ann["Token"]})
    vouch(**of, Logins={"login.shop": "bob"})
    provider = {**of, "DeveloperProviderName": "login.shop"}
    merged = pools.merge_developer_identities(**provider, SourceUserIdentifier="bob", DestinationUserIdentifier="ann")
    assert merged["IdentityId"] == ann["IdentityId"]
    users = pools.lookup_developer_identity(**of, IdentityId=ann["IdentityId"])["DeveloperUserIdentifierList"]
    assert users == ["ann", "bob"], users
    pools.unlink_developer_identity(**provider, IdentityId=ann["IdentityId"], DeveloperUserIdentifier="bob")
    public.unlink_identity(IdentityId=ann["IdentityId"], Logins={TRUST: ann["Token"]}, LoginsToRemove=["login.shop"])
    assert pools.describe_identity(IdentityId=ann["IdentityId"]).get("Logins", []) == []
    assert len(pools.list_identities(**of, MaxResults=60)["Identities"]) == 2
    assert not pools.delete_identities(IdentityIdsToDelete=[guest["IdentityId"]])["UnprocessedIdentityIds"]


def main():
    identity_pools(*user_pools())
    every = client("cognito-identity").meta.service_model.operation_names
    missing = set(every) - called["cognito-identity"]
    assert not missing, missing
    print(f"{len(every)} of {len(every)} cognito-identity, {len(called['cognito-idp'])} of {USER_POOL_OPERATIONS} cognito-idp")


main()
