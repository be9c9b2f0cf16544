"""Publishes rich identity pools one after the other, by the calls that publish-pools.ps1 makes; prints the calls by operation."""

import collections
import json
import sys
import time

import boto3

count, endpoint = int(sys.argv[1]), sys.argv[2]
session = boto3.Session("AKIABENCHMARK0000000", "benchmark", region_name="eu-west-1")
calls = collections.Counter()


def client(name):
    made = session.client(name, endpoint_url=endpoint)
    made.meta.events.register("before-call", lambda model, **_: calls.update([f"{name}:{model.name}"]))
    return made


identity, users, iam, sts = client("cognito-identity"), client("cognito-idp"), client("iam"), client("sts")


def named_pools(name):
    found, token = [], {}
    while True:
        page = identity.list_identity_pools(MaxResults=60, **token)
        found += [pool for pool in page["IdentityPools"] if pool["IdentityPoolName"] == name]
        if "NextToken" not in page:
            return found
        token = {"NextToken": page["NextToken"]}


def named_user_pools(name):
    found, token = [], {}
    while True:
        page = users.list_user_pools(MaxResults=60, **token)
        found += [pool for pool in page["UserPools"] if pool["Name"] == name]
        if "NextToken" not in page:
            return found
        token = {"NextToken": page["NextToken"]}


def trust(pool_id, amr):
    principal = "cognito-identity.amazonaws.com"
    return json.dumps({"Version": "2012-10-17", "Statement": [{
        "Effect": "Allow", "Principal": {"Federated": principal}, "Action": "sts:AssumeRoleWithWebIdentity",
        "Condition": {"StringEquals": {f"{principal}:aud": pool_id}, "ForAnyValue:StringLike": {f"{principal}:amr": amr}}}]})


def publish(number):
    name = f"shop-{number}"
    assert not named_pools(name) and not named_user_pools(f"customers-{number}")
    user_pool = users.create_user_pool(PoolName=f"customers-{number}", UserPoolTags={"Managed": "true"})["UserPool"]["Id"]
    app = users.create_user_pool_client(
        UserPoolId=user_pool, ClientName=name, GenerateSecret=False, ExplicitAuthFlows=["ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH"],
        PreventUserExistenceErrors="ENABLED", SupportedIdentityProviders=["COGNITO"])["UserPoolClient"]["ClientId"]
    pool = identity.create_identity_pool(
        IdentityPoolName=name, AllowUnauthenticatedIdentities=False,
        CognitoIdentityProviders=[{"ProviderName": f"cognito-idp.eu-west-1.amazonaws.com/{user_pool}", "ClientId": app, "ServerSideTokenCheck": True}],
        SupportedLoginProviders={"www.amazon.com": "amzn1.application.shop", "accounts.google.com": "123456789012-shop.apps.googleusercontent.com"},
        IdentityPoolTags={"team": "storefront"})["IdentityPoolId"]
    assert len(named_pools(name)) == 1
    roles = {}
    for role in ("Authenticated", "Unauthenticated", "Admin", "Staff"):
        amr = "unauthenticated" if role == "Unauthenticated" else "authenticated"
        roles[role] = iam.create_role(RoleName=f"{role}-{pool[10:]}", AssumeRolePolicyDocument=trust(pool, amr))["Role"]["Arn"]
        if role == "Authenticated":
            iam.put_role_policy(RoleName=f"{role}-{pool[10:]}", PolicyName="Permissions", PolicyDocument=json.dumps({
                "Version": "2012-10-17",
                "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": f"arn:aws:s3:::shop-{number}-pictures/*"}]}))
    identity.set_identity_pool_roles(
        IdentityPoolId=pool, Roles={"authenticated": roles["Authenticated"], "unauthenticated": roles["Unauthenticated"]},
        RoleMappings={"accounts.google.com": {"Type": "Rules", "AmbiguousRoleResolution": "Deny", "RulesConfiguration": {"Rules": [
            {"Claim": "email", "MatchType": "Equals", "Value": "admin@shop.example", "RoleARN": roles["Admin"]},
            {"Claim": "hd", "MatchType": "Contains", "Value": "shop.example", "RoleARN": roles["Staff"]}]}}})


start = time.monotonic()
sts.get_caller_identity()
for number in range(1, count + 1):
    publish(number)
print("seconds", time.monotonic() - start)
for operation in sorted(calls):
    print(operation, calls[operation])
