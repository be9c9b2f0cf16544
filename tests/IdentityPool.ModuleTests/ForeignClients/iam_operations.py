"""Calls every operation of the sandbox's IAM with boto3 and prints what came back, one JSON object per line.

Usage: iam_operations.py <endpoint>
"""

import json
import sys

from recorder import Recorder

POOL = "cognito-identity.amazonaws.com"
TRUST = json.dumps(
    {
        "Version": "2012-10-17",
        "Statement": [
            {
                "Effect": "Allow",
                "Principal": {"Federated": POOL},
                "Action": "sts:AssumeRoleWithWebIdentity",
                "Condition": {"StringEquals": {f"{POOL}:aud": "us-east-1:00000000-0000-0000-0000-000000000000"}},
            }
        ],
    }
)
GRANT = json.dumps({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}]})
METADATA = (
    '<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://idp.example.com/'
    + "x" * 1000
    + '"><IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol"/></EntityDescriptor>'
)
CHANGING = {"RoleId", "PolicyId", "CreateDate", "UpdateDate", "ValidUntil", "SAMLProviderUUID"}
OIDC = "arn:aws:iam::123456789012:oidc-provider/login.example.com"
SAML = "arn:aws:iam::123456789012:saml-provider/Corp"
POLICY = "arn:aws:iam::123456789012:policy/app/read"
TAGS = [{"Key": "Team", "Value": "Photos"}]


def roles(call):
    call("create_role", RoleName="auth", AssumeRolePolicyDocument=TRUST, Path="/app/", Description="d", MaxSessionDuration=7200, Tags=TAGS)
    call("create_role", RoleName="auth", AssumeRolePolicyDocument=TRUST)
    call("get_role", RoleName="auth")
    call("get_role", RoleName="nobody")
    call("list_roles", PathPrefix="/app/")
    call("update_role", RoleName="auth", Description="new", MaxSessionDuration=3600)
    call("update_assume_role_policy", RoleName="auth", PolicyDocument=TRUST)
    call("update_assume_role_policy", RoleName="auth", PolicyDocument="nonsense")
    call("tag_role", RoleName="auth", Tags=[{"Key": "a", "Value": "b"}])
    call("list_role_tags", RoleName="auth")
    call("untag_role", RoleName="auth", TagKeys=["a"])
    call("list_instance_profiles_for_role", RoleName="auth")
    call("put_role_policy", RoleName="auth", PolicyName="read", PolicyDocument=GRANT)
    call("get_role_policy", RoleName="auth", PolicyName="read")
    call("get_role_policy", RoleName="auth", PolicyName="none")
    call("list_role_policies", RoleName="auth")
    call("delete_role", RoleName="auth")


def policies(call):
    call("create_policy", PolicyName="read", Path="/app/", PolicyDocument=GRANT, Description="d")
    call("get_policy", PolicyArn=POLICY)
    call("get_policy_version", PolicyArn=POLICY, VersionId="v1")
    call("put_role_permissions_boundary", RoleName="auth", PermissionsBoundary=POLICY)
    call("get_role", RoleName="auth")
    call("delete_role_permissions_boundary", RoleName="auth")
    call("attach_role_policy", RoleName="auth", PolicyArn=POLICY)
    call("attach_role_policy", RoleName="auth", PolicyArn=POLICY + "s")
    call("list_attached_role_policies", RoleName="auth")
    call("detach_role_policy", RoleName="auth", PolicyArn=POLICY)
    call("delete_policy", PolicyArn=POLICY)
    call("get_policy", PolicyArn=POLICY)
    call("delete_role_policy", RoleName="auth", PolicyName="read")
    call("delete_role", RoleName="auth")
    call("delete_role", RoleName="auth")


def oidc_providers(call):
    call("create_open_id_connect_provider", Url="https://login.example.com", ClientIDList=["app"], ThumbprintList=["a" * 40], Tags=TAGS)
    call("create_open_id_connect_provider", Url="https://login.example.com")
    call("add_client_id_to_open_id_connect_provider", OpenIDConnectProviderArn=OIDC, ClientID="more")
    call("remove_client_id_from_open_id_connect_provider", OpenIDConnectProviderArn=OIDC, ClientID="more")
    call("update_open_id_connect_provider_thumbprint", OpenIDConnectProviderArn=OIDC, ThumbprintList=["b" * 40])
    call("get_open_id_connect_provider", OpenIDConnectProviderArn=OIDC)
    call("list_open_id_connect_providers")
    call("tag_open_id_connect_provider", OpenIDConnectProviderArn=OIDC, Tags=[{"Key": "a", "Value": "b"}])
    call("list_open_id_connect_provider_tags", OpenIDConnectProviderArn=OIDC)
    call("untag_open_id_connect_provider", OpenIDConnectProviderArn=OIDC, TagKeys=["a"])
    call("delete_open_id_connect_provider", OpenIDConnectProviderArn=OIDC)
    call("get_open_id_connect_provider", OpenIDConnectProviderArn=OIDC)


def saml_providers(call):
    call("create_saml_provider", Name="Corp", SAMLMetadataDocument=METADATA, Tags=TAGS)
    call("get_saml_provider", SAMLProviderArn=SAML)
    call("update_saml_provider", SAMLProviderArn=SAML, SAMLMetadataDocument=METADATA)
    call("list_saml_providers")
    call("tag_saml_provider", SAMLProviderArn=SAML, Tags=[{"Key": "a", "Value": "b"}])
    call("list_saml_provider_tags", SAMLProviderArn=SAML)
    call("untag_saml_provider", SAMLProviderArn=SAML, TagKeys=["a"])
    call("delete_saml_provider", SAMLProviderArn=SAML)


def record(endpoint):
    call = Recorder("iam", endpoint, CHANGING)
    for part in (roles, policies, oidc_providers, saml_providers):
        part(call)
    return call


def main():
    call = record(sys.argv[1])
    for line in call.lines:
        print(json.dumps(line, default=str))
    print(f"{len(call.called)} operations called", file=sys.stderr)


if __name__ == "__main__":
    main()
