using IdentityPools.Model;
using IdentityPools.Sandbox;
using IdentityPools.Template;
using IdentityPools.Validation;
using IdentityPools.Values;
using Xunit;

namespace IdentityPools.UnitTests.Live;

/// <summary>Templates of others, evaluated: each publishes as it is, and is then equal to what AWS has.</summary>
public sealed class TemplatePublishingTests
{
    private const string Trust = """
        AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: [ { Effect: Allow, Principal: { Federated: cognito-identity.amazonaws.com }, Action: sts:AssumeRoleWithWebIdentity, Condition: { StringEquals: { 'cognito-identity.amazonaws.com:aud': !Ref Pool }, 'ForAnyValue:StringLike': { 'cognito-identity.amazonaws.com:amr': authenticated } } } ] }
        """;

    private static readonly Dictionary<string, string> Values = new(StringComparer.Ordinal)
    {
        ["01h-oidc-arn-parameter.yaml Idp"] = "arn:aws:iam::123456789012:oidc-provider/login.example.com",
        ["12a-two-attachments.yaml On"] = "yes",
        ["14-ssm-parameter.yaml PoolName"] = "demo",
        ["18f-if-statement.yaml X"] = "yes",
        ["18g-if-effect.yaml X"] = "yes",
    };

    /// <summary>What no pool can be made of, whatever values are given.</summary>
    private static readonly HashSet<string> NotConcrete = ["10b-serverless-name.yml", "13-attachment-only.yaml", "20e-effect-missing.yaml"];

    public static TheoryData<string> Concrete => [.. FieldTemplates.Names.Where(name => !NotConcrete.Contains(name))];

    /// <summary>What the CDK makes and AWS takes; the README beside the templates says what is wrong with the others.</summary>
    public static TheoryData<string> OfTheCdk =>
        [
            "01-basic",
            "04-user-pool-props",
            "05-add-user-pool-authentication",
            "06-disable-server-side-token-check",
            "07-external-providers",
            "08b-oidc-native-and-imported",
            "17-allow-classic-flow",
        ];

    private readonly Account account = new(pageSize: null);

    [Theory]
    [MemberData(nameof(Concrete))]
    public async Task A_template_of_the_field_publishes_and_compares_equal(string name)
    {
        var imported = FieldTemplates.Import(name, ValuesOf(name));

        Assert.NotEmpty(imported.Pools);
        foreach (var pool in imported.Pools)
        {
            await AssertPublishesAsync(pool);
        }
    }

    [Theory]
    [MemberData(nameof(OfTheCdk))]
    public async Task A_template_of_the_CDK_publishes_under_a_name_and_compares_equal(string name)
    {
        await AssertPublishesAsync(Named(Assert.Single(FieldTemplates.Evaluated(await CdkAsync(name)).Pools)));
    }

    [Fact]
    public async Task A_user_pool_without_a_name_gets_one_of_its_pool_and_logical_id_and_is_found_again()
    {
        var pool = FieldTemplates.Import("09-group-role-token-mapping.yaml", new Dictionary<string, TemplateNode>()).Pools[0];

        var first = await account.PublishAsync(pool);
        account.Sandbox.ClearCalls();
        var renamed = await account.PublishAsync(Changed(pool, "renamed"), new() { Id = first.Id });

        Assert.Contains(account.Sandbox.UserPools.In("eu-west-1").Items, userPool => (string?)userPool.Settings["Name"] == "demo-Users");
        Assert.Equal(first.UserPools, renamed.UserPools);
        Assert.DoesNotContain(account.Mutations, call => call.Operation == "CreateUserPool");
    }

    [Fact]
    public async Task Several_clients_without_names_are_several_clients()
    {
        var text = FieldTemplates
            .Text("21a-two-clients.yaml")
            .Replace(", ClientName: web", "", StringComparison.Ordinal)
            .Replace(", ClientName: app", "", StringComparison.Ordinal);

        var live = await AssertPublishesAsync(Assert.Single(FieldTemplates.Evaluated(text).Pools));

        Assert.Equal(2, live.UserPools.Select(provider => provider.TypedClientId).Distinct().Count());
        Assert.Equal(2, account.Mutations.Count(call => call.Operation == "CreateUserPoolClient"));
    }

    [Fact]
    public async Task A_run_that_ended_before_the_pool_was_there_finds_its_user_pool_by_the_same_name()
    {
        var pool = FieldTemplates.Import("09-group-role-token-mapping.yaml", new Dictionary<string, TemplateNode>()).Pools[0];
        account.Sandbox.AddFault(new(SandboxFaultKind.LimitExceeded, "CreateIdentityPool"));
        await Assert.ThrowsAnyAsync<Exception>(() => account.PublishAsync(pool, new() { NoRollback = true }));

        await account.PublishAsync(pool);

        Assert.Single(account.Mutations, call => call is { Operation: "CreateUserPool" });
    }

    [Fact]
    public async Task What_a_template_says_of_its_own_parts_is_what_they_are_called_in_AWS()
    {
        var pool = Assert.Single(
            FieldTemplates
                .Evaluated(
                    $$"""
                    Resources:
                      Users: { Type: AWS::Cognito::UserPool, Properties: {} }
                      Client: { Type: AWS::Cognito::UserPoolClient, Properties: { UserPoolId: !Ref Users } }
                      Idp: { Type: AWS::IAM::OIDCProvider, Properties: { Url: 'https://login.example.com', ClientIdList: [ !Ref Client ] } }
                      Pool:
                        Type: AWS::Cognito::IdentityPool
                        Properties:
                          IdentityPoolName: demo
                          AllowUnauthenticatedIdentities: false
                          OpenIdConnectProviderARNs: [ !Ref Idp ]
                          CognitoIdentityProviders: [ { ClientId: !Ref Client, ProviderName: !GetAtt Users.ProviderName, ServerSideTokenCheck: true } ]
                      Auth:
                        Type: AWS::IAM::Role
                        Properties:
                          {{Trust}}
                          Description: !Sub 'of ${Pool.Name} ${Pool} ${Users}'
                          Tags: [ { Key: client, Value: !Ref Client } ]
                          Policies:
                            - PolicyName: p
                              PolicyDocument:
                                Version: '2012-10-17'
                                Statement:
                                  - { Effect: Allow, Action: 'cognito-identity:*', Resource: !GetAtt Pool.Arn }
                                  - { Effect: Allow, Action: 'cognito-idp:ListUsers', Resource: !GetAtt Users.Arn }
                                  - { Effect: Allow, Action: 'sts:AssumeRole', Resource: !GetAtt Admin.Arn }
                      Admin:
                        Type: AWS::IAM::Role
                        Properties:
                          {{Trust}}
                      Attach:
                        Type: AWS::Cognito::IdentityPoolRoleAttachment
                        Properties:
                          IdentityPoolId: !Ref Pool
                          Roles: { authenticated: !GetAtt Auth.Arn }
                          RoleMappings:
                            users:
                              IdentityProvider: !Sub '${Users.ProviderName}:${Client}'
                              Type: Rules
                              AmbiguousRoleResolution: Deny
                              RulesConfiguration: { Rules: [ { Claim: aud, MatchType: Equals, Value: !Ref Client, RoleARN: !GetAtt Admin.Arn } ] }
                    """
                )
                .Pools
        );

        var live = await AssertPublishesAsync(pool);

        var users = Assert.Single(live.UserPools);
        var client = users.UserPoolClient.TypedClientId!.Literal!;
        var authenticated = live.AuthenticatedRole!;
        var rule = Assert.Single(Assert.Single(live.RoleMappings).Rules);
        Assert.Equal($"of demo {live.Id} {users.UserPool.TypedId}", authenticated.TypedDescription);
        Assert.Equal(client, authenticated.TypedTags["client"]);
        Assert.Equal(client, rule.TypedClaimValue);
        Assert.Equal(
            [live.Arn!, $"arn:aws:cognito-idp:eu-west-1:123456789012:userpool/{users.UserPool.TypedId}", rule.MappedRole.TypedArn!.Literal!],
            authenticated.Statements.SelectMany(statement => statement.TypedResources).Select(resource => resource.Literal!)
        );
        Assert.Equal([client], account.Sandbox.IamOf("aws").OpenIdConnectProviders.Values.Single().ClientIds);
    }

    [Fact]
    public async Task A_part_that_would_have_to_be_known_to_name_itself_is_an_error_that_names_it()
    {
        var pool = Assert.Single(
            FieldTemplates
                .Evaluated(
                    """
                    Resources:
                      Pool:
                        Type: AWS::Cognito::IdentityPool
                        Properties: { IdentityPoolName: demo, AllowUnauthenticatedIdentities: false, IdentityPoolTags: [ { Key: self, Value: !Ref Pool } ] }
                    """
                )
                .Pools
        );

        var fault = await Assert.ThrowsAsync<DefinitionException>(() => account.PublishAsync(pool));

        Assert.Equal(nameof(Messages.UnresolvedIntrinsic), fault.ErrorId);
        Assert.Empty(account.Mutations);
    }

    /// <summary>The values that the parameters of a template of the field need.</summary>
    internal static Dictionary<string, TemplateNode> ValuesOf(string name) =>
        Values
            .Where(value => value.Key.StartsWith(name + " ", StringComparison.Ordinal))
            .ToDictionary(value => value.Key[(name.Length + 1)..], value => (TemplateNode)value.Value, StringComparer.Ordinal);

    /// <summary>A template of the CDK.</summary>
    internal static Task<string> CdkAsync(string name) =>
        File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Fuzz", "Seeds", name + ".json"), TestContext.Current.CancellationToken);

    private static IdentityPool Named(IdentityPool pool) => pool.TypedName is null ? Changed(pool, "shop") : pool;

    private static IdentityPool Changed(IdentityPool pool, string name) => pool.With(new() { Name = name }, TagChange.Create([], []));

    private async Task<IdentityPool> AssertPublishesAsync(IdentityPool pool)
    {
        Seed(account, pool);
        var published = await account.PublishAsync(pool);
        var plan = await account.PlanAsync(pool);
        Assert.Empty(plan.Steps);
        Assert.Equal(published.Id, plan.Id);
        return await account.ReadAsync(published.Id!);
    }

    /// <summary>What a pool names and does not make has to be in the account.</summary>
    internal static void Seed(Account account, IdentityPool pool)
    {
        var iam = account.Sandbox.IamOf("aws");
        foreach (var arn in pool.OpenIdConnectProviders.Select(provider => provider.TypedArn?.Literal).OfType<string>())
        {
            if (!iam.OpenIdConnectProviders.ContainsKey(arn))
            {
                account.Sandbox.AddOpenIdConnectProvider(arn);
            }
        }

        foreach (var arn in pool.SamlProviders.Select(provider => provider.TypedArn?.Literal).OfType<string>())
        {
            account.Sandbox.AddSamlProvider(arn);
        }

        foreach (var provider in pool.UserPools.Where(provider => provider.UserPool.TypedId is { IsLiteral: true }))
        {
            account.Sandbox.AddUserPool(provider.UserPool.TypedId!.Literal!, [.. new[] { provider.TypedClientId?.Literal }.OfType<string>()]);
        }

        foreach (var arn in pool.Roles.Where(role => !role.IsManaged).Select(role => role.TypedArn!.Literal).OfType<string>().Distinct())
        {
            account.Sandbox.AddRole(arn);
        }
    }
}
