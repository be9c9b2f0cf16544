using IdentityPools.Model;
using IdentityPools.Template;
using IdentityPools.Values;
using IdentityPools.Yaml;
using Xunit;

namespace IdentityPools.UnitTests.Export;

/// <summary>Where in a template something is put, and what is taken for what.</summary>
public sealed class MergeTests
{
    private const string Arns = """
              ManagedPolicyArns:
                - arn:aws:iam::123456789012:policy/Zeta
                - !Ref Extra
                - arn:aws:iam::123456789012:policy/Mid
                - arn:aws:iam::123456789012:policy/Alpha

        """;

    private static readonly YamlTemplateText Yaml = new();

    private static string Text =>
        FieldTemplates
            .Text("15b-managedpolicy-roles.yaml")
            .Replace("      Roles: [ !Ref Auth ]\n", "", StringComparison.Ordinal)
            .Replace("    Type: AWS::IAM::Role\n    Properties:\n", "    Type: AWS::IAM::Role\n    Properties:\n" + Arns, StringComparison.Ordinal);

    [Fact]
    public void A_list_keeps_the_order_of_the_template_and_what_a_definition_does_not_hold() =>
        Assert.Equal(
            Text.Replace("        - arn:aws:iam::123456789012:policy/Mid\n", "", StringComparison.Ordinal),
            Into(role => role.WithoutManagedPolicies([TemplateValue.FromString("arn:aws:iam::123456789012:policy/Mid")]))
        );

    [Fact]
    public void What_comes_into_a_list_leaves_the_others_where_they_are()
    {
        const string New = "        - arn:aws:iam::123456789012:policy/New\n";
        var written = Into(role => role.WithManagedPolicies([TemplateValue.FromString("arn:aws:iam::123456789012:policy/New")]));

        Assert.Contains(New, written, StringComparison.Ordinal);
        Assert.Equal(Text, written.Replace(New, "", StringComparison.Ordinal));
    }

    [Fact]
    public void Which_of_several_items_one_was_read_from_is_not_guessed()
    {
        var merge = new NodeMerge(Pools.Empty, []);

        Refused.With("ChangeUnderFunction", () => merge.Merge(Yaml.Read("[{a: !Ref x}, {a: !Ref z}]"), Yaml.Read("[{a: 1}]"), Yaml.Read("[{a: 2}]"), "here"));
        Assert.Equal(Yaml.Read("[{a: 2}]"), merge.Merge(Yaml.Read("[{a: !Ref x}]"), Yaml.Read("[{a: 1}]"), Yaml.Read("[{a: 2}]"), "here"));
    }

    [Fact]
    public void What_a_resource_has_besides_stands_before_its_properties()
    {
        const string Attributes = "    DeletionPolicy: Retain\n    UpdateReplacePolicy: Retain\n";
        var pool = Edits.Apply("retain", Import());
        var written = IntoTemplate.Write(Text, "file", [pool], new(), Yaml);

        Assert.Contains("    Type: AWS::Cognito::IdentityPool\n" + Attributes + "    Properties:", written, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DependsOn: Auth", null)]
    [InlineData("DependsOn: [ Pool, Auth ]", "DependsOn: Pool")]
    [InlineData("DependsOn: [ Pool, Auth, Extra, Topic ]", "DependsOn: [ Pool, Topic ]")]
    public void What_waits_for_a_part_that_goes_waits_no_longer(string written, string? left)
    {
        const string Attachment = "    Type: AWS::Cognito::IdentityPoolRoleAttachment\n";
        var plain = FieldTemplates.Text("15b-managedpolicy-roles.yaml") + "  Topic: { Type: AWS::SNS::Topic }\n";
        var text = plain.Replace(Attachment, $"{Attachment}    {written}\n", StringComparison.Ordinal);
        var role = IdentityPoolRole.Existing(TemplateValue.FromString("arn:aws:iam::123456789012:role/Users"));
        var pool = TemplateImporter.Import(Yaml.Read(text)).Pools[0].With(new() { AuthenticatedRole = role }, TagChange.Create([], []));
        var result = IntoTemplate.Write(text, "file", [pool], new(), Yaml);

        Assert.Contains(left is null ? Attachment + "    Properties:" : $"{Attachment}    {left}\n", result, StringComparison.Ordinal);
    }

    private static IdentityPool Import() => TemplateImporter.Import(Yaml.Read(Text)).Pools[0];

    private static string Into(Func<IdentityPoolRole, IdentityPoolRole> change)
    {
        var pool = Import();
        return IntoTemplate.Write(Text, "file", [pool.WithRole(pool.AuthenticatedRole!, change)], new(), Yaml);
    }
}
