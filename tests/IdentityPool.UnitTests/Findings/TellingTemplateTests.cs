using IdentityPools.Findings;
using IdentityPools.Model;
using IdentityPools.Template;
using IdentityPools.Yaml;
using Xunit;

namespace IdentityPools.UnitTests.Findings;

/// <summary>Templates like those that are public, cut to what they are told for.</summary>
public sealed class TellingTemplateTests
{
    private const string Head = """
        Resources:
          Pool:
            Type: AWS::Cognito::IdentityPool
            Properties:
              AllowUnauthenticatedIdentities: false
              AllowClassicFlow: false
          Attachment:
            Type: AWS::Cognito::IdentityPoolRoleAttachment
            Properties:
              IdentityPoolId: !Ref Pool
              Roles:
                authenticated: !GetAtt Users.Arn
          Users:
            Type: AWS::IAM::Role
            Properties:
        """;

    private const string OfPool = """

              AssumeRolePolicyDocument:
                Version: 2012-10-17
                Statement:
                  - Effect: Allow
                    Principal: { Federated: [cognito-identity.amazonaws.com] }
                    Action: [sts:AssumeRoleWithWebIdentity]
                    Condition:
                      StringEquals: { cognito-identity.amazonaws.com:aud: [!Ref Pool] }
        """;

    private const string OfUsers = OfPool + "\n              ForAnyValue:StringLike: { cognito-identity.amazonaws.com:amr: [authenticated] }";

    private const string OfServers = """

              AssumeRolePolicyDocument:
                Statement: { Effect: Allow, Principal: { Service: [ec2.amazonaws.com] }, Action: sts:AssumeRole }
        """;

    private const string Everything = """

              Policies:
                - PolicyName: all
                  PolicyDocument: { Version: 2012-10-17, Statement: [{ Effect: Allow, Action: ["*"], Resource: ["*"] }] }
        """;

    [Fact]
    public void A_trust_that_asks_for_the_pool_alone_admits_guests() => Assert.Equal([FindingRuleId.TrustAdmitsGuests], Found(OfPool));

    [Fact]
    public void Every_action_on_everything_is_administration() => Assert.Equal([FindingRuleId.AdministratorAccess], Found(OfUsers + Everything));

    [Fact]
    public void A_role_for_servers_refuses_the_pool() => Assert.Equal([FindingRuleId.TrustRefusesPool], Found(OfServers));

    [Fact]
    public void A_trust_for_users_of_the_pool_is_as_it_should_be() => Assert.Empty(Found(OfUsers));

    private static string[] Found(string role) => Examined.Found(Assert.Single(TemplateImporter.Import(new YamlTemplateText().Read(Head + role)).Pools));
}
