using System.Xml.Linq;
using IdentityPools.HelpBuilder.Maml;
using IdentityPools.HelpBuilder.Pages;
using Xunit;

namespace IdentityPools.UnitTests.Help;

public sealed class MamlTests
{
    private readonly XElement command = Maml(SamplePage.Text);

    [Fact]
    public void A_parameter_says_all_that_holds_of_it()
    {
        var parameter = Find(Find(command, "parameters"), "parameter", 1);

        Assert.Equal("Name", Find(parameter, "name").Value);
        Assert.Equal("string", Find(parameter, "parameterValue").Value);
        Assert.Equal(["false", "false", "true", "True (ByPropertyName, ByValue)", "0", "Id, Key"], parameter.Attributes().Select(attribute => attribute.Value));
        Assert.Equal("None", Find(parameter, "defaultValue").Value);
        Assert.Equal(["The name.", "Accepted values: one, two."], Find(parameter, "description").Elements().Select(paragraph => paragraph.Value));
    }

    [Fact]
    public void A_switch_has_no_value()
    {
        var parameter = Find(Find(command, "parameters"), "parameter");

        Assert.DoesNotContain(parameter.Elements(), element => element.Name.LocalName == "parameterValue");
        Assert.Equal("False", Find(parameter, "defaultValue").Value);
    }

    [Fact]
    public void The_syntax_offers_the_values()
    {
        var syntax = Find(Find(command, "syntax"), "syntaxItem");

        Assert.Equal(["Name", "Force"], syntax.Elements().Skip(1).Select(parameter => Find(parameter, "name").Value));
        Assert.Equal(["one", "two"], Find(Find(syntax, "parameter"), "parameterValueGroup").Elements().Select(value => value.Value));
    }

    [Fact]
    public void Text_code_and_output_of_an_example_stand_apart()
    {
        var example = Find(Find(command, "examples"), "example");

        Assert.Equal("-------- Example 1: Get one --------", Find(example, "title").Value);
        Assert.Equal("It is shown.\n\n", Find(example, "introduction").Value);
        Assert.Equal("Get-Sample one\n\none <two> & \"three\"", Find(example, "code").Value);
        Assert.Equal(["That is all.", ""], Find(example, "remarks").Elements().Select(paragraph => paragraph.Value));
    }

    [Fact]
    public void Output_keeps_the_indentation_of_its_first_line()
    {
        var text = SamplePage.Text.Replace("one <two>", "   one\ntwo", StringComparison.Ordinal);

        Assert.StartsWith("Get-Sample one\n\n   one\ntwo", Find(Find(Find(Maml(text), "examples"), "example"), "code").Value, StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_link_is_online_and_the_others_are_names()
    {
        var links = Find(command, "relatedLinks").Elements().Select(link => (Find(link, "linkText").Value, Find(link, "uri").Value));

        Assert.Equal([("Online Version", "https://shop.example/Get-Sample.md"), ("Get-Sample", "")], links);
    }

    [Fact]
    public void Prose_is_wrapped_and_code_keeps_its_indentation()
    {
        var text = SamplePage.Text.Replace("A note.", "A note:\n\n```text\n  code\n    more\n```", StringComparison.Ordinal);

        Assert.Equal("Gets one of the samples that there are, by its name, which is longer than a\nline of help may be.", Find(command, "description").Value);
        Assert.Equal("A note:\n\n      code\n        more", Find(Find(Maml(text), "alertSet"), "alert").Value);
    }

    private static XElement Find(XElement parent, string name, int index = 0) =>
        parent.Elements().Where(element => element.Name.LocalName == name).ElementAt(index);

    private static XElement Maml(string text)
    {
        var page = new PageText("Get-Sample.md", text);
        return MamlCommand.Of(page, CommandPageReader.Read(page));
    }
}
