"""Calls every operation of the sandbox's STS with boto3, with the token of an identity pool among others.

Usage: sts_operations.py <endpoint>
"""

import json
import sys

import boto3
from botocore import UNSIGNED
from botocore.config import Config
from botocore.exceptions import ClientError

ENDPOINT = sys.argv[1]
ACCOUNT = "123456789012"
POOL = "cognito-identity.amazonaws.com"

called = set()


def client(service, credentials=None, signed=True):
    config = Config(retries={"total_max_attempts": 1}, signature_version=None if signed else UNSIGNED)
    keys = {}
    if credentials:
        keys = {
            "aws_access_key_id": credentials["AccessKeyId"],
            "aws_secret_access_key": credentials["SecretAccessKey"],
            "aws_session_token": credentials["SessionToken"],
        }
    made = boto3.client(service, endpoint_url=ENDPOINT, region_name="us-east-1", config=config, **keys)
    made.meta.events.register("before-call.sts", lambda model, **_: called.add(model.name))
    return made


def refused(code, call, **parameters):
    try:
        call(**parameters)
    except ClientError as error:
        assert error.response["Error"]["Code"] == code, error
        return
    raise AssertionError(f"{code} was expected")


def role(name, principal, action, condition):
    statement = {"Effect": "Allow", "Principal": principal, "Action": action, **condition}
    document = json.dumps({"Version": "2012-10-17", "Statement": [statement]})
    return client("iam").create_role(RoleName=name, AssumeRolePolicyDocument=document)["Role"]


def guest_token(pool):
    public = client("cognito-identity", signed=False)
    guest = public.get_id(IdentityPoolId=pool)["IdentityId"]
    return guest, public.get_open_id_token(IdentityId=guest)["Token"]


def web_identity():
    pools = client("cognito-identity")
    pool = pools.create_identity_pool(IdentityPoolName="shop", AllowUnauthenticatedIdentities=True, AllowClassicFlow=True)["IdentityPoolId"]
    other = pools.create_identity_pool(IdentityPoolName="other", AllowUnauthenticatedIdentities=True, AllowClassicFlow=True)["IdentityPoolId"]
    condition = {"Condition": {"StringEquals": {f"{POOL}:aud": pool}, "ForAnyValue:StringLike": {f"{POOL}:amr": "unauthenticated"}}}
    made = role("Guests", {"Federated": POOL}, "sts:AssumeRoleWithWebIdentity", condition)
    public = client("sts", signed=False)
    guest, token = guest_token(pool)
    assume = {"RoleArn": made["Arn"], "RoleSessionName": "boto3"}
    answer = public.assume_role_with_web_identity(**assume, WebIdentityToken=token)
    assert (answer["Provider"], answer["Audience"], answer["SubjectFromWebIdentityToken"]) == (POOL, pool, guest), answer
    assert answer["AssumedRoleUser"]["Arn"] == f"arn:aws:sts::{ACCOUNT}:assumed-role/Guests/boto3"
    assert answer["Credentials"]["Expiration"].tzinfo
    identity = client("sts", answer["Credentials"]).get_caller_identity()
    assert identity["Arn"] == answer["AssumedRoleUser"]["Arn"]
    assert identity["UserId"] == answer["AssumedRoleUser"]["AssumedRoleId"] == f"{made['RoleId']}:boto3"
    refused("AccessDenied", public.assume_role_with_web_identity, **assume, WebIdentityToken=guest_token(other)[1])
    refused("InvalidIdentityToken", public.assume_role_with_web_identity, **assume, WebIdentityToken="no token")


def main():
    caller = client("sts").get_caller_identity()
    assert caller["Account"] == ACCOUNT and caller["Arn"].startswith(f"arn:aws:iam::{ACCOUNT}:"), caller
    web_identity()
    made = role("Operators", {"AWS": f"arn:aws:iam::{ACCOUNT}:root"}, "sts:AssumeRole", {})
    credentials = client("sts").assume_role(RoleArn=made["Arn"], RoleSessionName="boto3")["Credentials"]
    assert client("sts", credentials).get_caller_identity()["Arn"] == f"arn:aws:sts::{ACCOUNT}:assumed-role/Operators/boto3"
    print(f"{len(called)} operations called")


main()
