using System.Text;
using IdentityPools.Values;
using IdentityPools.Yaml;
using Xunit;

namespace IdentityPools.UnitTests.Yaml;

/// <summary>Templates are written as people write them.</summary>
public sealed class YamlLayoutTests
{
    [Fact]
    public void Maps_are_indented_by_two_and_lists_stand_under_their_key() =>
        AssertLayout(
            """{"Resources":{"Pool":{"Type":"AWS::Cognito::IdentityPool","Properties":{"AllowClassicFlow":true,"Size":3,"Tags":[],"Nested":[["a","b"],{"x":{}}]}}}}""",
            """
            Resources:
              Pool:
                Type: AWS::Cognito::IdentityPool
                Properties:
                  AllowClassicFlow: true
                  Size: 3
                  Tags: []
                  Nested:
                    - - a
                      - b
                    - x: {}

            """
        );

    [Fact]
    public void Functions_stand_as_short_tags() =>
        AssertLayout(
            """
            {
              "A": { "Ref": "Pool" },
              "B": { "Fn::GetAtt": ["Role", "Arn"] },
              "C": { "Fn::Sub": "arn:${AWS::Partition}:iam" },
              "D": { "Fn::Sub": ["${Name}-x", { "Name": { "Ref": "Stage" } }] },
              "E": { "Fn::Join": ["", ["a", { "Ref": "B" }]] },
              "F": { "Fn::Select": [0, { "Fn::Split": ["_", { "Ref": "Id" }] }] }
            }
            """,
            """
            A: !Ref Pool
            B: !GetAtt Role.Arn
            C: !Sub arn:${AWS::Partition}:iam
            D: !Sub
              - ${Name}-x
              - Name: !Ref Stage
            E: !Join
              - ''
              - - a
                - !Ref B
            F: !Select
              - 0
              - !Split
                - '_'
                - !Ref Id

            """
        );

    [Fact]
    public void A_function_of_a_function_is_written_out_since_two_tags_cannot_stand_together() =>
        AssertLayout("""{"A":{"Fn::ImportValue":{"Fn::Sub":"${Stage}-Pool"}}}""", "A:\n  Fn::ImportValue: !Sub ${Stage}-Pool\n");

    [Fact]
    public void An_attribute_that_a_dot_would_misplace_is_written_out() =>
        AssertLayout("""{"A":{"Fn::GetAtt":["My.Pool","Arn"]}}""", "A:\n  Fn::GetAtt:\n    - My.Pool\n    - Arn\n");

    [Fact]
    public void Several_lines_are_a_block() =>
        AssertLayout("""{"A":"one\ntwo\n","B":"one\ntwo","C":"one \ntwo"}""", "A: |\n  one\n  two\nB: |-\n  one\n  two\nC: \"one \\ntwo\"\n");

    [Fact]
    public void Long_text_is_not_folded()
    {
        var words = string.Join(' ', Enumerable.Repeat("word", 1000));

        AssertLayout($$"""{"A":"{{words}}","B":"{{words}}: "}""", $"A: {words}\nB: '{words}: '\n");
    }

    private static void AssertLayout(string json, string yaml) =>
        Assert.Equal(yaml, Encoding.UTF8.GetString(new YamlTemplateText().Write(new JsonTemplateText().Read(json)).Span));
}
