using System.Text;
using IdentityPools.Findings;
using IdentityPools.Model;
using IdentityPools.Ports;
using IdentityPools.Template;
using IdentityPools.Values;
using IdentityPools.Yaml;
using Xunit;

namespace IdentityPools.UnitTests.Import;

/// <summary>Groups of user pools in templates.</summary>
public sealed class GroupImportTests
{
    private static readonly YamlTemplateText Yaml = new();
    private static readonly string[] Names = ["One", "Two"];

    [Fact]
    public void A_group_and_its_role_are_part_of_the_pool()
    {
        var pool = Assert.Single(FieldTemplates.Import("09-group-role-token-mapping.yaml").Pools);

        var group = Assert.Single(pool.UserPoolGroups);
        Assert.Equal(("admins", "Admin", null), (group.Name, group.Role!.Name, group.Precedence));
        Assert.Equal(pool.UserPools[0].UserPool, group.UserPool);
        Assert.True(pool.Roles.Single(role => role.Name == "Admin").IsManaged);
        Assert.Contains(FindingSet.Evaluate(pool), finding => finding is { RuleId: FindingRuleId.AdministratorAccess, Target: "Admin" });
    }

    [Fact]
    public void A_template_comes_back_as_it_was()
    {
        foreach (var text in new ITemplateText[] { Yaml, new JsonTemplateText() })
        {
            var pool = Assert.Single(FieldTemplates.Import("09-group-role-token-mapping.yaml").Pools);
            var written = Encoding.UTF8.GetString(TemplateFiles.Single([pool], new(), text).Span);

            var again = TemplateImporter.Import(text.Read(written));

            Assert.Empty(again.Warnings);
            Assert.Equal(pool, Assert.Single(again.Pools));
            Assert.Contains("Admins", written, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_group_is_written_with_its_user_pool_and_its_role()
    {
        var pool = Pools
            .Empty.WithUserPool(Pools.Client("web"))
            .WithUserPoolGroups(
                Pools.UserPool,
                [
                    UserPoolGroup.Define(
                        new()
                        {
                            Name = "shop-admins",
                            Role = Pools.Role("Admin"),
                            Precedence = 0,
                            Description = "Run the shop",
                        }
                    ),
                ]
            );

        var resource = PoolSections.Create(pool, new()).Resources["EuWest1Ab1Cd2Ef3ShopAdminsGroup"];

        Assert.Equal(
            """{"Type":"AWS::Cognito::UserPoolGroup","Properties":{"UserPoolId":"eu-west-1_Ab1Cd2Ef3","GroupName":"shop-admins","Description":"Run the shop","Precedence":0,"RoleArn":{"Fn::GetAtt":["ShopIdentityPoolAdminRole","Arn"]}}}""",
            resource.ToString()
        );
    }

    [Theory]
    [InlineData("Precedence: { Ref: Rank }", "Precedence")]
    [InlineData("RoleArn: { 'Fn::If': [A, { 'Fn::GetAtt': [Auth, Arn] }, { Ref: 'AWS::NoValue' }] }", "RoleArn")]
    public void What_only_a_deployed_stack_knows_of_a_group_stays_as_it_is(string property, string name)
    {
        var pool = Assert.Single(Import($"GroupName: g, UserPoolId: {{ Ref: Users }}, {property}").Pools);

        var written = (TemplateMapping)PoolSections.Create(pool, new()).Resources["Group"]["Properties"]!;
        Assert.NotNull(written[name]);
        Assert.Null(Assert.Single(pool.UserPoolGroups).Role);
    }

    [Theory]
    [InlineData("GroupName: g, UserPoolId: { Ref: Others }")]
    [InlineData("GroupName: g, UserPoolId: nothing")]
    [InlineData("GroupName: g")]
    public void Groups_of_other_user_pools_are_none_of_its_business(string properties)
    {
        var imported = Import(properties);

        Assert.Empty(Assert.Single(imported.Pools).UserPoolGroups);
        Assert.DoesNotContain(imported.Warnings, warning => warning.Contains("Group", StringComparison.Ordinal));
    }

    [Fact]
    public void Pools_that_share_a_user_pool_share_its_groups()
    {
        var shared = UserPool.Define("people");
        IdentityPool[] pools =
        [
            .. Names.Select(name =>
                IdentityPool
                    .Create(new() { Name = name })
                    .WithUserPool(new(shared, UserPoolClient.Generated, true))
                    .WithUserPoolGroups(shared, [Model.UserPoolGroupTests.Group("staff", IdentityPoolRole.Existing(Pools.RoleArn))])
            ),
        ];

        var again = TemplateImporter.Import(Yaml.Read(Encoding.UTF8.GetString(TemplateFiles.Single(pools, new(), Yaml).Span)));

        Assert.Equal(pools, again.Pools);
    }

    private static ImportedTemplate Import(string group) =>
        TemplateImporter.Import(
            Yaml.Read(
                $$"""
                Parameters: { Rank: { Type: Number } }
                Conditions: { A: { 'Fn::Equals': [a, a] } }
                Resources:
                  Users: { Type: AWS::Cognito::UserPool, Properties: { UserPoolName: people } }
                  Others: { Type: AWS::Cognito::UserPool, Properties: { UserPoolName: others } }
                  Web: { Type: AWS::Cognito::UserPoolClient, Properties: { UserPoolId: { Ref: Users } } }
                  Pool:
                    Type: AWS::Cognito::IdentityPool
                    Properties:
                      AllowUnauthenticatedIdentities: false
                      CognitoIdentityProviders: [{ ClientId: { Ref: Web }, ProviderName: { 'Fn::GetAtt': [Users, ProviderName] } }]
                  Group: { Type: AWS::Cognito::UserPoolGroup, Properties: { {{group}} } }
                """
            )
        );
}
