using IdentityPools.Model;
using IdentityPools.Policies;
using Xunit;

namespace IdentityPools.UnitTests.Permissions;

/// <summary>What is taken away from a role, and that nothing is ever given by it.</summary>
public sealed class RevocationTests
{
    private const string Shop = "arn:aws:s3:::shop/*";
    private const string Other = "arn:aws:s3:::other/*";

    private static readonly PolicyStatement Both = PolicyStatement.Create(new() { Actions = ["s3:GetObject", "s3:PutObject"], Resources = [Shop, Other] });

    [Fact]
    public void An_action_goes_and_the_others_stay() =>
        Assert.Equal(["Allow s3:GetObject on " + Other + ", " + Shop], Texts(Role(Both).WithoutActions(["S3:putobject"], null)));

    [Fact]
    public void An_action_goes_on_one_resource_and_stays_on_the_others() =>
        Assert.Equal(
            ["Allow s3:GetObject on " + Other + ", " + Shop, "Allow s3:PutObject on " + Other],
            Texts(Role(Both).WithoutActions(["s3:PutObject"], [Shop])).Order(StringComparer.Ordinal)
        );

    [Fact]
    public void A_statement_without_an_action_is_gone()
    {
        Assert.Empty(Role(Both).WithoutActions(["s3:GetObject", "s3:PutObject"], null).Statements);
        Assert.Empty(Role(Both).WithoutActions(["s3:GetObject", "s3:PutObject"], [Shop, Other]).Statements);
    }

    [Fact]
    public void What_is_denied_stays_denied()
    {
        var denied = PolicyStatement.Create(
            new()
            {
                Effect = PolicyEffect.Deny,
                Actions = ["s3:GetObject"],
                Resources = [Shop],
                Sid = "Never",
            }
        );
        var role = Role(Both, denied);

        Assert.Contains(denied, role.WithoutActions(["s3:GetObject"], null).Statements);
        Refused.With("PermissionNotFound", () => Role(denied).WithoutActions(["s3:GetObject"], null));
        Assert.Equal([Both], role.WithoutStatement("Never").Statements);
        Assert.Empty(role.WithoutGrants().Statements);
    }

    [Fact]
    public void A_pattern_is_not_split()
    {
        var all = Role(Pools.Allow("s3:*", Shop));

        var refused = Refused.With("PermissionNotFound", () => all.WithoutActions(["s3:PutObject"], null));

        Assert.Contains("s3:*", refused.Message, StringComparison.Ordinal);
        Assert.Empty(all.WithoutActions(["s3:*"], null).Statements);
    }

    [Theory]
    [InlineData("s3:*", Shop, null, true)]
    [InlineData("S3:Put*", Shop, null, true)]
    [InlineData("*", "*", Shop, true)]
    [InlineData("s3:*", Other, Shop, false)]
    [InlineData("s3:Get*", Shop, null, false)]
    [InlineData("sqs:*", "*", null, false)]
    public void What_a_pattern_goes_on_allowing_is_told(string action, string resource, string? revoked, bool isTold) =>
        Assert.Equal(
            isTold ? 1 : 0,
            RemainingAccess.Find(Role(Pools.Allow(action, resource)), ["s3:PutObject"], revoked is null ? null : [TemplateValue.FromString(revoked)]).Count()
        );

    [Fact]
    public void All_but_some_actions_allow_the_others()
    {
        var butReading = Role(PolicyStatement.Create(new() { NotActions = ["s3:Get*"], Resources = ["*"] }));

        Assert.Single(RemainingAccess.Find(butReading, ["s3:PutObject"], null));
        Assert.Empty(RemainingAccess.Find(butReading, ["s3:GetObject"], null));
        Assert.Empty(
            RemainingAccess.Find(
                Role(
                    PolicyStatement.Create(
                        new()
                        {
                            Effect = PolicyEffect.Deny,
                            Actions = ["*"],
                            Resources = ["*"],
                        }
                    )
                ),
                ["s3:PutObject"],
                null
            )
        );
    }

    [Fact]
    public void What_is_not_granted_cannot_go()
    {
        Refused.With("PermissionNotFound", () => Role(Both).WithoutActions(["s3:GetObject"], ["arn:aws:s3:::third/*"]));
        Refused.With("PermissionNotFound", () => Role(Both).WithoutStatement("Read"));
        Refused.With("ManagedPolicyNotFound", () => Role(Both).WithoutManagedPolicies(["arn:aws:iam::aws:policy/ReadOnlyAccess"]));
        Refused.With("ManagedPolicyOnExistingRole", () => IdentityPoolRole.Existing(Pools.RoleArn).WithoutManagedPolicies([]));
    }

    [Fact]
    public void One_of_two_statements_keeps_the_name()
    {
        var named = PolicyStatement.Create(
            new()
            {
                Actions = Both.TypedActions,
                Resources = Both.TypedResources,
                Sid = "Shop",
            }
        );

        var left = Role(named).WithoutActions(["s3:PutObject"], [Shop]).Statements;

        Assert.Equal(["Shop", null], left.Select(statement => statement.Sid));
    }

    [Theory]
    [InlineData(AwsService.DynamoDB, "arn:aws:dynamodb:eu-west-1:123456789012:table/Orders")]
    [InlineData(AwsService.S3, "arn:aws:s3:::shop")]
    [InlineData(AwsService.SQS, "arn:aws:sqs:eu-west-1:123456789012:orders")]
    public void Access_to_a_service_goes_as_it_came(AwsService service, string resource)
    {
        var read = ServiceCatalogue.Statements(service, AccessLevel.Read, [resource], perIdentity: false);
        var write = ServiceCatalogue.Statements(service, AccessLevel.Write, [resource], perIdentity: false);
        var role = Role([.. read, .. write]);

        var reader = role.WithoutAccess(write, everywhere: false);

        Assert.DoesNotContain(
            write.SelectMany(statement => statement.TypedActions).Except(read.SelectMany(statement => statement.TypedActions)),
            Actions(reader).Contains
        );
        Assert.Empty(role.WithoutAccess([.. read, .. write], everywhere: true).Statements);
    }

    [Fact]
    public void Managed_policies_go_by_their_arn()
    {
        var role = Role().WithManagedPolicies(["arn:aws:iam::aws:policy/ReadOnlyAccess", "arn:aws:iam::aws:policy/Other"]);

        Assert.Equal(["arn:aws:iam::aws:policy/Other"], role.WithoutManagedPolicies(["arn:aws:iam::aws:policy/ReadOnlyAccess"]).TypedManagedPolicyArns);
        Assert.Empty(role.WithoutGrants().TypedManagedPolicyArns);
    }

    private static IdentityPoolRole Role(params PolicyStatement[] statements) => Pools.Role("Editor", statements);

    private static IEnumerable<string> Texts(IdentityPoolRole role) => role.Statements.Select(statement => statement.ToString());

    private static IEnumerable<TemplateValue> Actions(IdentityPoolRole role) => role.Statements.SelectMany(statement => statement.TypedActions);
}
