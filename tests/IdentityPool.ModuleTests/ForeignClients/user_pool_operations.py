"""Calls the operations of user pools that moto has, too, and keeps what came back."""

from recorder import Recorder

CHANGING = {"Id", "Arn", "UserPoolId", "ClientId", "ClientSecret", "CreationDate", "LastModifiedDate", "NextToken"}
POLICY = {
    "MinimumLength": 12,
    "RequireUppercase": True,
    "RequireLowercase": True,
    "RequireNumbers": False,
    "RequireSymbols": False,
    "TemporaryPasswordValidityDays": 3,
}
CLIENT = {
    "ClientName": "web",
    "RefreshTokenValidity": 5,
    "AccessTokenValidity": 20,
    "IdTokenValidity": 30,
    "TokenValidityUnits": {"AccessToken": "minutes", "IdToken": "minutes", "RefreshToken": "days"},
    "ReadAttributes": ["email", "name"],
    "WriteAttributes": ["email"],
    "ExplicitAuthFlows": ["ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH"],
    "SupportedIdentityProviders": ["COGNITO"],
    "CallbackURLs": ["https://shop.example.com/in"],
    "AllowedOAuthFlows": ["code"],
    "AllowedOAuthScopes": ["openid", "email"],
    "AllowedOAuthFlowsUserPoolClient": True,
    "PreventUserExistenceErrors": "ENABLED",
    "EnableTokenRevocation": False,
    "EnablePropagateAdditionalUserContextData": False,
    "AuthSessionValidity": 5,
}
NOBODY = "us-east-1_000000000"


def pools(call):
    call("list_user_pools", MaxResults=60)
    plain = call("create_user_pool", PoolName="plain")
    call("describe_user_pool", UserPoolId=plain["UserPool"]["Id"])
    made = call(
        "create_user_pool",
        PoolName="people",
        Policies={"PasswordPolicy": POLICY},
        AutoVerifiedAttributes=["email"],
        UsernameAttributes=["email"],
        UsernameConfiguration={"CaseSensitive": False},
        MfaConfiguration="OFF",
        AdminCreateUserConfig={"AllowAdminCreateUserOnly": True, "UnusedAccountValidityDays": 3},
        AccountRecoverySetting={"RecoveryMechanisms": [{"Priority": 1, "Name": "verified_email"}]},
        DeletionProtection="INACTIVE",
        UserPoolTags={"team": "photos"},
    )
    of = {"UserPoolId": made["UserPool"]["Id"]}
    call("describe_user_pool", **of)
    call("describe_user_pool", UserPoolId=NOBODY)
    call("list_user_pools", MaxResults=1)
    call("list_user_pools", MaxResults=60)
    return of


def clients(call, of):
    call("list_user_pool_clients", **of, MaxResults=60)
    plain = call("create_user_pool_client", **of, ClientName="plain")
    call("describe_user_pool_client", **of, ClientId=plain["UserPoolClient"]["ClientId"])
    call("create_user_pool_client", UserPoolId=NOBODY, ClientName="plain")
    made = call("create_user_pool_client", **of, **CLIENT, GenerateSecret=True, LogoutURLs=["https://shop.example.com/out"])
    named = {**of, "ClientId": made["UserPoolClient"]["ClientId"]}
    call("describe_user_pool_client", **named)
    call("describe_user_pool_client", **of, ClientId="nobody")
    call("list_user_pool_clients", **of, MaxResults=60)
    call("update_user_pool_client", **named, **{**CLIENT, "ClientName": "app", "RefreshTokenValidity": 7})
    call("update_user_pool_client", **of, ClientId="nobody", ClientName="app")
    call("describe_user_pool_client", **named)
    call("delete_user_pool_client", **named)
    call("delete_user_pool_client", **named)
    call("describe_user_pool_client", **named)
    call("list_user_pool_clients", **of, MaxResults=60)


def record(endpoint):
    call = Recorder("cognito-idp", endpoint, CHANGING)
    of = pools(call)
    clients(call, of)
    call("delete_user_pool", **of)
    call("delete_user_pool", **of)
    call("describe_user_pool", **of)
    call("list_user_pools", MaxResults=60)
    return call
