# A folder with a template of the CDK and one written by hand, and an account with a pool named legacy that others made.
Set-Content cdk.template.json @'
{
  "Resources": {
    "ShopPool3C1D9A20": {
      "Type": "AWS::Cognito::IdentityPool",
      "Properties": { "AllowUnauthenticatedIdentities": false, "IdentityPoolName": "shop", "SupportedLoginProviders": { "accounts.google.com": "1234567890-shop.apps.googleusercontent.com" } }
    },
    "ShopPoolAuthenticatedRole5B7E11F4": {
      "Type": "AWS::IAM::Role",
      "Properties": {
        "AssumeRolePolicyDocument": {
          "Version": "2012-10-17",
          "Statement": [
            {
              "Action": ["sts:AssumeRoleWithWebIdentity", "sts:TagSession"],
              "Effect": "Allow",
              "Principal": { "Federated": "cognito-identity.amazonaws.com" },
              "Condition": {
                "StringEquals": { "cognito-identity.amazonaws.com:aud": { "Ref": "ShopPool3C1D9A20" } },
                "ForAnyValue:StringLike": { "cognito-identity.amazonaws.com:amr": "authenticated" }
              }
            }
          ]
        }
      }
    },
    "ShopPoolDefaultRoleAttachment90AA4C7B": {
      "Type": "AWS::Cognito::IdentityPoolRoleAttachment",
      "Properties": { "IdentityPoolId": { "Ref": "ShopPool3C1D9A20" }, "Roles": { "authenticated": { "Fn::GetAtt": ["ShopPoolAuthenticatedRole5B7E11F4", "Arn"] } } }
    }
  }
}
'@
Set-Content hand.template.yaml @'
Resources:
  Pool:
    Type: AWS::Cognito::IdentityPool
    Properties:
      IdentityPoolName: hand
      AllowUnauthenticatedIdentities: true
  Visitor:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - Effect: Allow
            Principal:
              Federated: cognito-identity.amazonaws.com
            Action: sts:AssumeRoleWithWebIdentity
            Condition:
              StringEquals:
                cognito-identity.amazonaws.com:aud: !Ref Pool
      Policies:
        - PolicyName: read
          PolicyDocument:
            Statement:
              - Effect: Allow
                Action: s3:*
                Resource: arn:aws:s3:::catalogue/*
  Roles:
    Type: AWS::Cognito::IdentityPoolRoleAttachment
    Properties:
      IdentityPoolId: !Ref Pool
      Roles:
        unauthenticated: !GetAtt Visitor.Arn
'@
$session = Connect-IdentityPool -Sandbox -Region eu-west-1 -PassThru
$session.Sandbox.AddUserPool('eu-west-1_Ab1Cd2Ef3', '1example23456789')
$null = $session.Sandbox.Invoke('CreateIdentityPool', (ConvertTo-Json -Depth 9 @{
    IdentityPoolName = 'legacy'
    AllowUnauthenticatedIdentities = $false
    SupportedLoginProviders = @{ 'graph.facebook.com' = '102030405060708' }
    CognitoIdentityProviders = @(@{ ProviderName = 'cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Ab1Cd2Ef3'; ClientId = '1example23456789'; ServerSideTokenCheck = $true })
    IdentityPoolTags = @{ team = 'web' }
}))
