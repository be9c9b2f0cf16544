using System.Text.Json.Nodes;
using IdentityPools.Planning;
using IdentityPools.Template;
using IdentityPools.Validation;
using Xunit;

namespace IdentityPools.UnitTests.Live;

/// <summary>Pools that a stack made, compared with its template and taken over: what stands attached in the place of a part is that part.</summary>
public sealed class StackTests
{
    private readonly Account account = new(pageSize: null);

    [Theory]
    [MemberData(nameof(TemplatePublishingTests.Concrete), MemberType = typeof(TemplatePublishingTests))]
    public async Task A_stack_that_nobody_touched_is_equal_to_its_template(string name)
    {
        var values = TemplatePublishingTests.ValuesOf(name);

        await AssertEqualAsync(FieldTemplates.Text(name), values);
    }

    public static TheoryData<string> OfTheCdk =>
        [.. TemplatePublishingTests.OfTheCdk.Select(row => row.Data), "02-grants", "02b-grants-minimize-policies", "02c-grants-current-readme"];

    [Theory]
    [MemberData(nameof(OfTheCdk))]
    public async Task A_stack_of_the_CDK_that_nobody_touched_is_equal_to_its_template(string name) =>
        await AssertEqualAsync(await TemplatePublishingTests.CdkAsync(name), null);

    private const string Trust =
        "AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: [ { Effect: Allow, Principal: { Federated: cognito-identity.amazonaws.com }, "
        + "Action: sts:AssumeRoleWithWebIdentity, Condition: { StringEquals: { 'cognito-identity.amazonaws.com:aud': !Ref Pool }, "
        + "'ForAnyValue:StringLike': { 'cognito-identity.amazonaws.com:amr': authenticated } } } ] }";

    private const string Shop = $$"""
        Resources:
          Users: { Type: AWS::Cognito::UserPool, Properties: {} }
          Staff: { Type: AWS::Cognito::UserPool, Properties: {} }
          Web: { Type: AWS::Cognito::UserPoolClient, Properties: { UserPoolId: !Ref Users } }
          App: { Type: AWS::Cognito::UserPoolClient, Properties: { UserPoolId: !Ref Users, RefreshTokenValidity: 7 } }
          Desk: { Type: AWS::Cognito::UserPoolClient, Properties: { UserPoolId: !Ref Staff } }
          Idp: { Type: AWS::IAM::OIDCProvider, Properties: { Url: 'https://login.example.com', ClientIdList: [ web ] } }
          Table: { Type: AWS::DynamoDB::Table, Properties: {} }
          Pool:
            Type: AWS::Cognito::IdentityPool
            Properties:
              AllowUnauthenticatedIdentities: false
              OpenIdConnectProviderARNs: [ !Ref Idp ]
              CognitoIdentityProviders:
                - { ClientId: !Ref Web, ProviderName: !GetAtt Users.ProviderName, ServerSideTokenCheck: true }
                - { ClientId: !Ref App, ProviderName: !GetAtt Users.ProviderName, ServerSideTokenCheck: true }
                - { ClientId: !Ref Desk, ProviderName: !GetAtt Staff.ProviderName, ServerSideTokenCheck: true }
          Auth:
            Type: AWS::IAM::Role
            Properties:
              {{Trust}}
              ManagedPolicyArns: [ 'arn:aws:iam::aws:policy/ReadOnlyAccess' ]
              Policies:
                - { PolicyName: one, PolicyDocument: { Version: '2012-10-17', Statement: [ { Effect: Allow, Action: 's3:GetObject', Resource: 'arn:aws:s3:::shop/*' } ] } }
                - { PolicyName: two, PolicyDocument: { Version: '2012-10-17', Statement: [ { Effect: Allow, Action: 'dynamodb:GetItem', Resource: !GetAtt Table.Arn } ] } }
          Buyer:
            Type: AWS::IAM::Role
            Properties:
              {{Trust}}
              Policies: [ { PolicyName: b, PolicyDocument: { Version: '2012-10-17', Statement: [ { Effect: Allow, Action: 's3:PutObject', Resource: '*' } ] } } ]
          Clerk:
            Type: AWS::IAM::Role
            Properties:
              {{Trust}}
              Policies: [ { PolicyName: c, PolicyDocument: { Version: '2012-10-17', Statement: [ { Effect: Allow, Action: 's3:DeleteObject', Resource: '*' } ] } } ]
          Clerks: { Type: AWS::Cognito::UserPoolGroup, Properties: { UserPoolId: !Ref Staff, GroupName: clerks, RoleArn: !GetAtt Clerk.Arn } }
          Attach:
            Type: AWS::Cognito::IdentityPoolRoleAttachment
            Properties:
              IdentityPoolId: !Ref Pool
              Roles: { authenticated: !GetAtt Auth.Arn }
              RoleMappings:
                users:
                  IdentityProvider: !Sub '${Users.ProviderName}:${Web}'
                  Type: Rules
                  AmbiguousRoleResolution: Deny
                  RulesConfiguration: { Rules: [ { Claim: kind, MatchType: Equals, Value: buyer, RoleARN: !GetAtt Buyer.Arn } ] }
                staff: { IdentityProvider: !Sub '${Staff.ProviderName}:${Desk}', Type: Token, AmbiguousRoleResolution: Deny }
        """;

    /// <summary>A trust policy that lets the identities of every pool in.</summary>
    private const string Open =
        """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Federated":"cognito-identity.amazonaws.com"},"Action":"sts:AssumeRoleWithWebIdentity","Condition":{"StringLike":{"cognito-identity.amazonaws.com:aud":"*"}}}]}""";

    private const string Elsewhere = "arn:aws:iam::123456789012:role/Elsewhere";

    [Fact]
    public async Task A_pool_with_several_of_each_kind_is_known_by_its_places()
    {
        var (pool, id, _) = Deployed();

        Assert.Empty((await account.PlanAsync(pool, new() { Id = id })).Steps);
    }

    [Fact]
    public async Task Only_what_drifted_differs()
    {
        var (pool, id, stack) = Deployed();
        Call("PutRolePolicy", stack["Auth"], ("PolicyName", "late"), ("PolicyDocument", Document("s3:*")));
        Call("AttachRolePolicy", stack["Buyer"], ("PolicyArn", "arn:aws:iam::aws:policy/AdministratorAccess"));
        Call("DetachRolePolicy", stack["Auth"], ("PolicyArn", "arn:aws:iam::aws:policy/ReadOnlyAccess"));
        Call("UpdateAssumeRolePolicy", stack["Clerk"], ("PolicyDocument", Open));

        Assert.Equal(
            ["+ Roles[Authenticated].ManagedPolicyArns", "- Roles[Buyer].ManagedPolicyArns", "~ Roles[Authenticated].Statements", "~ Roles[Clerk].TrustPolicy"],
            await DriftAsync(pool, id)
        );
    }

    [Fact]
    public async Task Another_default_role_is_looked_at_by_what_it_does()
    {
        var (pool, id, stack) = Deployed();
        account.Sandbox.AddRole(Elsewhere);
        Attach(stack, Elsewhere);

        var drift = await DriftAsync(pool, id);

        Assert.Contains("+ Roles[Authenticated].Statements", drift);
        Assert.Contains("~ Roles[Authenticated].TrustPolicy", drift);
        Assert.DoesNotContain("Roles[Buyer]", string.Join(' ', drift), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rules_are_compared_by_what_they_ask_and_not_by_where_they_stand()
    {
        var (pool, id, stack) = Deployed();
        account.Sandbox.AddRole(Elsewhere);
        Map(stack, $$"""{"Claim":"kind","MatchType":"Equals","Value":"guest","RoleARN":"{{Elsewhere}}"}""", Rule(RoleArn(stack, "Buyer")));

        var drift = await DriftAsync(pool, id);

        Assert.NotEmpty(drift);
        Assert.All(drift, line => Assert.DoesNotContain("Roles[Buyer]", line, StringComparison.Ordinal));
        Assert.DoesNotContain(drift, line => line.StartsWith("+ Roles[", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Publishing_over_it_names_the_stack_until_it_is_taken_over()
    {
        var (pool, id, _) = Deployed();

        var plan = await account.PlanAsync(pool, new() { Id = id });
        var fault = Assert.Throws<DefinitionException>(plan.CheckTakenOver);

        Assert.Equal(nameof(Messages.PoolOfStack), fault.ErrorId);
        Assert.Contains("shop-prod", fault.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<DefinitionException>(() => account.PublishAsync(pool, new() { Id = id }));
        Assert.Empty(account.Mutations);
    }

    [Fact]
    public async Task A_pool_of_that_name_that_a_stack_made_is_refused_with_the_name_of_the_stack()
    {
        Deployed();

        var fault = await Assert.ThrowsAsync<DefinitionException>(() => account.PublishAsync(IdentityPool.Create(new() { Name = "Pool_K6j7H8" })));

        Assert.Equal(nameof(Messages.PoolOfStack), fault.ErrorId);
    }

    [Fact]
    public async Task Taking_it_over_tells_what_stands_in_the_place_of_each_part_and_makes_none_of_them_again()
    {
        var (pool, id, stack) = Deployed();

        var plan = await account.PlanAsync(pool, new() { Id = id, Adopt = true });
        plan.CheckTakenOver();
        var taken = plan.Kept.Where(kept => kept.Remedy == Messages.KeptTakenOver).ToDictionary(kept => kept.Path, kept => kept.Before);
        await account.PublishAsync(pool, new() { Id = id, Adopt = true });

        Assert.Equal(RoleArn(stack, "Auth"), taken["Roles[Authenticated]"]);
        Assert.Equal(RoleArn(stack, "Buyer"), taken["Roles[Buyer]"]);
        Assert.Contains(stack["Users"], taken.Values);
        Assert.Contains(stack["App"], taken.Values);
        Assert.Contains("arn:aws:iam::123456789012:oidc-provider/login.example.com", taken.Values);
        Assert.Equal(["TagResource"], account.Mutations.Select(call => call.Operation));
        var again = await account.PlanAsync(pool, new() { Id = id });
        again.CheckTakenOver();
        Assert.Empty(again.Steps);
        Assert.Empty(again.Unattached);
    }

    [Fact]
    public async Task What_drifted_is_written_to_what_was_taken_over()
    {
        var (pool, id, stack) = Deployed();
        Call("PutRolePolicy", stack["Buyer"], ("PolicyName", "late"), ("PolicyDocument", Document("s3:*")));
        Call("AttachRolePolicy", stack["Buyer"], ("PolicyArn", "arn:aws:iam::aws:policy/AdministratorAccess"));

        var published = await account.PublishAsync(pool, new() { Id = id, Adopt = true });

        Assert.Empty((await account.PlanAsync(pool, new() { Id = id })).Steps);
        Assert.DoesNotContain(
            account.Mutations,
            call => call.Operation.StartsWith("Create", StringComparison.Ordinal) || call.Operation == "UpdateAssumeRolePolicy"
        );
        Assert.Equal((await account.ReadAsync(id)).Roles, published.Roles);
        Assert.Equal(["IdentityPoolPermissions"], account.Sandbox.IamOf("aws").Roles[stack["Buyer"]].InlinePolicies.Keys);
    }

    [Fact]
    public async Task The_trust_of_a_role_that_others_made_is_never_changed()
    {
        var (pool, id, stack) = Deployed();
        Call("UpdateAssumeRolePolicy", stack["Clerk"], ("PolicyDocument", Open));

        var plan = await account.PlanAsync(pool, new() { Id = id, Adopt = true });
        var fault = Assert.Throws<DefinitionException>(plan.CheckTakenOver);

        Assert.Equal(nameof(Messages.AttachedTrustDiffers), fault.ErrorId);
        Assert.Contains(RoleArn(stack, "Clerk"), fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_part_in_whose_place_nothing_is_attached_is_not_made_again_though_one_of_its_name_exists()
    {
        var (pool, id, stack) = Deployed();
        account.Sandbox.Invoke(
            "UpdateIdentityPool",
            $$"""{"IdentityPoolId":"{{id}}","IdentityPoolName":"Pool_K6j7H8","AllowUnauthenticatedIdentities":false}"""
        );

        var plan = await account.PlanAsync(pool, new() { Id = id, Adopt = true });
        var fault = Assert.Throws<DefinitionException>(plan.CheckTakenOver);

        Assert.Equal(nameof(Messages.NothingAttached), fault.ErrorId);
        Assert.Contains("login.example.com", fault.Message, StringComparison.Ordinal);
        Assert.Contains("Users", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(stack["Users"], fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_places_that_have_one_role_are_not_two_roles()
    {
        var (pool, id, stack) = Deployed();
        Map(stack, Rule(RoleArn(stack, "Auth")));

        Assert.Equal(
            ["+ Roles[Buyer]", "+ Roles[Buyer].Statements", "~ RoleMappings[*].Rules[0]"],
            (await DriftAsync(pool, id))
                .Where(line => line.Contains("Buyer", StringComparison.Ordinal) || line.Contains("Rules", StringComparison.Ordinal))
                .Where(line => !line.Contains("Tags", StringComparison.Ordinal) && !line.Contains("Boundary", StringComparison.Ordinal))
                .Select(line => System.Text.RegularExpressions.Regex.Replace(line, @"RoleMappings\[.*?\]", "RoleMappings[*]"))
        );
    }

    [Fact]
    public async Task What_a_definition_has_besides_its_template_is_made_when_it_is_taken_over()
    {
        var (pool, id, _) = Deployed();
        var more = pool.WithRole(pool.AuthenticatedRole!, role => role.WithManagedPolicies(["arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"]));

        Assert.Equal(["+ Roles[Authenticated].ManagedPolicyArns"], await DriftAsync(more, id));
    }

    private (IdentityPool Pool, string Id, Stack Stack) Deployed()
    {
        var stack = Stack.Deploy(account.Sandbox, Shop);
        return (Assert.Single(FieldTemplates.Evaluated(Shop).Pools), stack["Pool"], stack);
    }

    private async Task<IReadOnlyList<string>> DriftAsync(IdentityPool pool, string id) =>
        [
            .. (await account.PlanAsync(pool, new() { Id = id }))
                .Steps.SelectMany(step => step.Changes)
                .Select(change => $"{change.Kind switch { ChangeKind.Create => '+', ChangeKind.Delete => '-', _ => '~' }} {change.Path}")
                .Order(StringComparer.Ordinal),
        ];

    private static string Document(string action) => $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"{{action}}","Resource":"*"}]}""";

    private string RoleArn(Stack stack, string logicalId) => account.Sandbox.IamOf("aws").Roles[stack[logicalId]].Arn;

    private static string Rule(string arn) => $$"""{"Claim":"kind","MatchType":"Equals","Value":"buyer","RoleARN":"{{arn}}"}""";

    private void Attach(Stack stack, string authenticated) => SetRoles(stack, authenticated, Rule(RoleArn(stack, "Buyer")));

    private void Map(Stack stack, params string[] rules) => SetRoles(stack, RoleArn(stack, "Auth"), rules);

    private void SetRoles(Stack stack, string authenticated, params string[] rules)
    {
        var provider = (string user, string client) => $"cognito-idp.eu-west-1.amazonaws.com/{stack[user]}:{stack[client]}";
        account.Sandbox.Invoke(
            "SetIdentityPoolRoles",
            $$$"""
            {"IdentityPoolId":"{{{stack["Pool"]}}}","Roles":{"authenticated":"{{{authenticated}}}"},"RoleMappings":{
              "{{{provider("Users", "Web")}}}":{"Type":"Rules","AmbiguousRoleResolution":"Deny","RulesConfiguration":{"Rules":[{{{string.Join(',', rules)}}}]}},
              "{{{provider("Staff", "Desk")}}}":{"Type":"Token","AmbiguousRoleResolution":"Deny"} } }
            """
        );
    }

    private void Call(string operation, string role, params (string Key, string Value)[] input) =>
        account.Sandbox.Invoke(
            operation,
            new JsonObject(input.Append(("RoleName", role)).Select(entry => KeyValuePair.Create(entry.Item1, (JsonNode?)entry.Item2))).ToJsonString()
        );

    private async Task AssertEqualAsync(string text, IReadOnlyDictionary<string, TemplateNode>? values)
    {
        var imported = FieldTemplates.Evaluated(text, values);
        foreach (var pool in imported.Pools)
        {
            TemplatePublishingTests.Seed(account, pool);
        }

        var stack = Stack.Deploy(account.Sandbox, text, values);

        foreach (var pool in imported.Pools)
        {
            var plan = await account.PlanAsync(pool, new() { Id = stack[pool.LogicalId] });
            Assert.Equal([], plan.Steps.SelectMany(step => step.Changes.Select(change => change.ToString()).DefaultIfEmpty(step.ToString())));
            Assert.Empty(account.Mutations);
        }
    }
}
