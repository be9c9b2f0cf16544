using System.Text;
using IdentityPools.Template;
using IdentityPools.Yaml;
using Xunit;

namespace IdentityPools.UnitTests.Export;

/// <summary>What a role may do is changed where its template says it.</summary>
public sealed class PermissionsInTemplateTests
{
    private static readonly YamlTemplateText Yaml = new();

    private const string Text = """
        Resources:
          Pool:
            Type: AWS::Cognito::IdentityPool
            Properties:
              AllowUnauthenticatedIdentities: false
          Users:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Version: '2012-10-17'
                Statement:
                  - Effect: Allow
                    Principal: { Federated: cognito-identity.amazonaws.com }
                    Action: sts:AssumeRoleWithWebIdentity
                    Condition:
                      StringEquals: { 'cognito-identity.amazonaws.com:aud': !Ref Pool }
                      'ForAnyValue:StringLike': { 'cognito-identity.amazonaws.com:amr': authenticated }
              Policies:
                - PolicyName: files    # what people may do
                  PolicyDocument:
                    Version: '2012-10-17'
                    Statement:
                      - Sid: Files
                        Effect: Allow
                        Action:
                          - s3:GetObject   # read
                          - s3:PutObject   # write
                          - s3:DeleteObject
                        Resource: 'arn:aws:s3:::shop/*'
                      - Effect: Allow
                        Action:
                          - sns:Publish    # news
                        Resource: '*'
                      - Effect: Allow
                        Action:
                          - sns:Subscribe  # for all
                          - sns:Unsubscribe
                        Resource: '*'
                      - Effect: Allow
                        Action: [ sqs:SendMessage, sqs:DeleteMessage ]
                        Resource:
                          - arn:aws:sqs:eu-west-1:123456789012:a   # first
                          - arn:aws:sqs:eu-west-1:123456789012:b   # second
                      - Effect: Deny
                        NotAction: s3:*
                        Resource: arn:aws:s3:::secret
          Attach:
            Type: AWS::Cognito::IdentityPoolRoleAttachment
            Properties:
              IdentityPoolId: !Ref Pool
              Roles: { authenticated: !GetAtt Users.Arn }

        """;

    private const string Shared = """
          Extra:
            Type: AWS::IAM::ManagedPolicy
            Properties:
              Roles: [ !Ref Users, other ]
              PolicyDocument: { Version: '2012-10-17', Statement: [ { Effect: Allow, Action: kms:Decrypt, Resource: '*' } ] }

        """;

    private const string QueueA = "arn:aws:sqs:eu-west-1:123456789012:a";

    [Fact]
    public void Of_several_actions_only_the_line_of_one_goes() =>
        Assert.Equal(["-   27                   - s3:PutObject   # write"], Changed(role => Without(role, null, "s3:PutObject")));

    [Fact]
    public void Several_actions_go_from_where_each_stands() =>
        Assert.Equal(
            ["-   26                   - s3:GetObject   # read", "-   28                   - s3:DeleteObject", "-   37                   - sns:Unsubscribe"],
            Changed(role => Without(role, null, "s3:GetObject", "s3:DeleteObject", "sns:Unsubscribe"))
        );

    [Fact]
    public void A_statement_that_was_read_as_one_with_another_goes_where_nothing_of_it_is_left()
    {
        var lines = Changed(role => Without(role, null, "sns:Publish"));

        Assert.Equal(4, lines.Count);
        Assert.All(lines, line => Assert.StartsWith("-", line, StringComparison.Ordinal));
        Assert.Contains(lines, line => line.EndsWith("- sns:Publish    # news", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_several_resources_only_the_line_of_one_goes() =>
        Assert.Equal(
            ["-   42                   - arn:aws:sqs:eu-west-1:123456789012:a   # first"],
            Changed(role => Without(role, QueueA, "sqs:SendMessage", "sqs:DeleteMessage"))
        );

    [Fact]
    public void What_is_left_in_two_parts_stands_together()
    {
        var text = Into(Text, role => Without(role, QueueA, "sqs:SendMessage"));

        Assert.DoesNotContain("IdentityPoolPermissions", text, StringComparison.Ordinal);
        Assert.Equal(
            ["s3:DeleteObject", "s3:GetObject", "s3:PutObject", "sns:Publish", "sns:Subscribe", "sns:Unsubscribe", "sqs:DeleteMessage", "sqs:SendMessage"],
            RoleOf(text).Statements.SelectMany(statement => statement.TypedActions).Select(action => action.ToString())
        );
        Assert.Contains("# second", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_stays_with_the_first_of_two_parts()
    {
        var text = Text.Replace("Resource: 'arn:aws:s3:::shop/*'", "Resource: [ 'arn:aws:s3:::shop/*', 'arn:aws:s3:::site/*' ]", StringComparison.Ordinal);
        var written = Into(text, role => Without(role, "arn:aws:s3:::site/*", "s3:PutObject"));
        var statements = RoleOf(written).Statements.Where(statement => statement.ToString().Contains("s3:::shop", StringComparison.Ordinal)).ToList();

        Assert.Equal(["Files", null], statements.Select(statement => statement.Sid));
        Assert.Equal("Allow s3:PutObject on arn:aws:s3:::shop/*", statements[1].ToString());
        Assert.DoesNotContain("IdentityPoolPermissions", written, StringComparison.Ordinal);
    }

    [Fact]
    public void A_statement_of_what_is_not_allowed_goes_as_a_whole() =>
        Assert.DoesNotContain(
            "NotAction",
            Into(Text, role => role.WithoutGrants().WithStatements(role.Statements.Where(statement => statement.Effect == PolicyEffect.Allow))),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_template_of_its_own_keeps_the_policy_too()
    {
        var pool = Import(Text);
        var changed = pool.WithRole(pool.AuthenticatedRole!, role => Without(role, null, "s3:PutObject"));
        var text = Encoding.UTF8.GetString(TemplateFiles.Single([changed], new(), Yaml).Span);

        Assert.Contains("PolicyName: files", text, StringComparison.Ordinal);
        Assert.DoesNotContain("IdentityPoolPermissions", text, StringComparison.Ordinal);
        Assert.DoesNotContain("s3:PutObject", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sns:CreateTopic", "*")]
    [InlineData("sqs:SendMessage,sqs:DeleteMessage", "arn:aws:sqs:eu-west-1:123456789012:c")]
    [InlineData("kms:Encrypt", "*")]
    public void What_is_granted_comes_beside_what_it_would_be_one_with(string actions, string resource)
    {
        var lines = Changed(role => role.WithStatements([Statement(actions.Split(','), resource)]), Text + Shared);

        Assert.All(lines, line => Assert.StartsWith("+", line, StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("PolicyName: IdentityPoolPermissions", StringComparison.Ordinal));
        Assert.All(actions.Split(','), action => Assert.Contains(lines, line => line.EndsWith(action, StringComparison.Ordinal)));
        Assert.Contains(lines, line => line.Contains(resource, StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains("sns:Publish", StringComparison.Ordinal) || line.Contains(QueueA, StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_granted_and_what_is_revoked_at_once_go_their_own_ways()
    {
        var lines = Changed(role => Without(role, null, "sns:Subscribe").WithStatements([Statement(["sns:CreateTopic"], "*")]));

        Assert.Equal("-   36                   - sns:Subscribe  # for all", Assert.Single(lines, line => line[0] == '-'));
        Assert.Contains(lines, line => line.EndsWith("Action: sns:CreateTopic", StringComparison.Ordinal));
    }

    [Fact]
    public void A_part_of_what_others_have_too_is_not_taken_from_them()
    {
        var shared = Shared.Replace("Action: kms:Decrypt", "Action: [ kms:Decrypt, kms:Encrypt ]", StringComparison.Ordinal);
        var fault = Refused.With("RevokedFromShared", () => Into(Text + shared, role => Without(role, null, "kms:Decrypt")));

        Assert.Contains("Allow kms:Decrypt, kms:Encrypt on *", fault.Message, StringComparison.Ordinal);
        Assert.Contains("'Extra'", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_revoked_has_to_be_found_in_all_of_its_parts()
    {
        var both = Statement(["a:B", "a:C"], "*");
        var one = Statement(["a:B"], "*");
        var change = new StatementChange([both], []);

        Assert.Equal(both, change.Missing());
        Assert.Empty(change.Left(one.ToNode())!);
        Assert.Equal(both, change.Missing());
        Assert.Empty(change.Left(Statement(["a:C"], "*").ToNode())!);
        Assert.Null(change.Missing());
        Assert.Null(new StatementChange([both], [both]).Left(one.ToNode()));
        Assert.Null(change.Left(Statement(["a:C"], "arn:aws:s3:::other").ToNode()));
    }

    private static string Into(string text, Func<IdentityPoolRole, IdentityPoolRole> change)
    {
        var pool = Import(text);
        var changed = pool.WithRole(pool.AuthenticatedRole!, change);
        var written = IntoTemplate.Write(text, "file", [changed], new(), Yaml);
        // Inline policies are read before those of their own, so the order may be another one.
        Assert.Equal(Told(changed.AuthenticatedRole!), Told(RoleOf(written)));
        return written;
    }

    private static IEnumerable<string> Told(IdentityPoolRole role) => role.Statements.Select(statement => $"{statement.Sid} {statement}").Order();

    private static List<string> Changed(Func<IdentityPoolRole, IdentityPoolRole> change, string text = Text) =>
        LineDifference.Of(text, Into(text, change)).ToList();

    private static IdentityPoolRole RoleOf(string text) => Import(text).AuthenticatedRole!;

    private static IdentityPool Import(string text) => Assert.Single(TemplateImporter.Import(Yaml.Read(text)).Pools);

    private static IdentityPoolRole Without(IdentityPoolRole role, string? resource, params string[] actions) =>
        role.WithoutActions(
            actions.Select(action => TemplateValue.FromString(action)).ToList(),
            resource is null ? null : new[] { TemplateValue.FromString(resource) }
        );

    private static PolicyStatement Statement(string[] actions, string resource) =>
        PolicyStatement.Create(
            new() { Actions = actions.Select(action => TemplateValue.FromString(action)).ToValueList(), Resources = [TemplateValue.FromString(resource)] }
        );
}
