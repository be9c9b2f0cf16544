using IdentityPools.Model;
using Xunit;

namespace IdentityPools.UnitTests.Export;

/// <summary>Whole templates, to the character.</summary>
public sealed class ExactTemplateTests
{
    [Fact]
    public void The_smallest_pool_is_one_resource()
    {
        var pool = IdentityPool.Create(new() { AuthenticatedRole = Pools.RoleArn, NoUnauthenticatedRole = true });

        Assert.Equal(
            """
            {
              "Resources": {
                "IdentityPool": {
                  "Type": "AWS::Cognito::IdentityPool",
                  "Properties": {
                    "AllowUnauthenticatedIdentities": false,
                    "AllowClassicFlow": false
                  }
                },
                "IdentityPoolRoleAttachment": {
                  "Type": "AWS::Cognito::IdentityPoolRoleAttachment",
                  "Properties": {
                    "IdentityPoolId": {
                      "Ref": "IdentityPool"
                    },
                    "Roles": {
                      "authenticated": "arn:aws:iam::123456789012:role/app/Reader"
                    }
                  }
                }
              }
            }

            """,
            JsonTemplates.Write(pool, new() { IsFragment = true })
        );
    }

    [Fact]
    public void A_pool_with_a_user_pool_a_mapping_and_a_grant()
    {
        var pool = IdentityPool
            .Create(new() { Name = "my shop", NoUnauthenticatedRole = true })
            .WithUserPool(new(Pools.UserPool, UserPoolClient.Generated, serverSideTokenCheck: true))
            .WithRoleMapping(RoleMapping.FromToken(new UserPoolReference(Pools.UserPool, null), AmbiguousRoleResolution.AuthenticatedRole))
            .WithRole("Authenticated", role => role.WithStatements([Pools.Allow("s3:GetObject", "arn:aws:s3:::b/*")]));

        Assert.Equal(
            """
            {
              "AWSTemplateFormatVersion": "2010-09-09",
              "Description": "Sign-in of the shop",
              "Resources": {
                "MyShopIdentityPoolEuWest1Ab1Cd2Ef3Client": {
                  "Type": "AWS::Cognito::UserPoolClient",
                  "Properties": {
                    "UserPoolId": "eu-west-1_Ab1Cd2Ef3",
                    "ExplicitAuthFlows": [
                      "ALLOW_REFRESH_TOKEN_AUTH",
                      "ALLOW_USER_SRP_AUTH"
                    ],
                    "PreventUserExistenceErrors": "ENABLED",
                    "SupportedIdentityProviders": [
                      "COGNITO"
                    ]
                  }
                },
                "MyShopIdentityPool": {
                  "Type": "AWS::Cognito::IdentityPool",
                  "Properties": {
                    "IdentityPoolName": "my shop",
                    "AllowUnauthenticatedIdentities": false,
                    "AllowClassicFlow": false,
                    "CognitoIdentityProviders": [
                      {
                        "ProviderName": "cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Ab1Cd2Ef3",
                        "ClientId": {
                          "Ref": "MyShopIdentityPoolEuWest1Ab1Cd2Ef3Client"
                        },
                        "ServerSideTokenCheck": true
                      }
                    ]
                  }
                },
                "MyShopIdentityPoolAuthenticatedRole": {
                  "Type": "AWS::IAM::Role",
                  "Properties": {
                    "AssumeRolePolicyDocument": {
                      "Version": "2012-10-17",
                      "Statement": [
                        {
                          "Effect": "Allow",
                          "Principal": {
                            "Federated": "cognito-identity.amazonaws.com"
                          },
                          "Action": "sts:AssumeRoleWithWebIdentity",
                          "Condition": {
                            "StringEquals": {
                              "cognito-identity.amazonaws.com:aud": {
                                "Ref": "MyShopIdentityPool"
                              }
                            },
                            "ForAnyValue:StringLike": {
                              "cognito-identity.amazonaws.com:amr": "authenticated"
                            }
                          }
                        }
                      ]
                    },
                    "Policies": [
                      {
                        "PolicyName": "IdentityPoolPermissions",
                        "PolicyDocument": {
                          "Version": "2012-10-17",
                          "Statement": [
                            {
                              "Effect": "Allow",
                              "Action": "s3:GetObject",
                              "Resource": "arn:aws:s3:::b/*"
                            }
                          ]
                        }
                      }
                    ]
                  }
                },
                "MyShopIdentityPoolRoleAttachment": {
                  "Type": "AWS::Cognito::IdentityPoolRoleAttachment",
                  "Properties": {
                    "IdentityPoolId": {
                      "Ref": "MyShopIdentityPool"
                    },
                    "Roles": {
                      "authenticated": {
                        "Fn::GetAtt": [
                          "MyShopIdentityPoolAuthenticatedRole",
                          "Arn"
                        ]
                      }
                    },
                    "RoleMappings": {
                      "EuWest1Ab1Cd2Ef3": {
                        "Type": "Token",
                        "AmbiguousRoleResolution": "AuthenticatedRole",
                        "IdentityProvider": {
                          "Fn::Sub": "cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Ab1Cd2Ef3:${MyShopIdentityPoolEuWest1Ab1Cd2Ef3Client}"
                        }
                      }
                    }
                  }
                }
              },
              "Outputs": {
                "MyShopIdentityPoolId": {
                  "Value": {
                    "Ref": "MyShopIdentityPool"
                  }
                },
                "MyShopIdentityPoolArn": {
                  "Value": {
                    "Fn::Sub": "arn:${AWS::Partition}:cognito-identity:${AWS::Region}:${AWS::AccountId}:identitypool/${MyShopIdentityPool}"
                  }
                },
                "MyShopIdentityPoolAuthenticatedRoleArn": {
                  "Value": {
                    "Fn::GetAtt": [
                      "MyShopIdentityPoolAuthenticatedRole",
                      "Arn"
                    ]
                  }
                },
                "MyShopIdentityPoolEuWest1Ab1Cd2Ef3ClientId": {
                  "Value": {
                    "Ref": "MyShopIdentityPoolEuWest1Ab1Cd2Ef3Client"
                  }
                }
              }
            }

            """,
            JsonTemplates.Write(pool, new() { Description = "Sign-in of the shop" })
        );
    }
}
