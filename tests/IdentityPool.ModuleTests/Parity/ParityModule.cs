using System.Text.Json.Nodes;
using IdentityPools.ModuleTests.Linting;
using Xunit;

namespace IdentityPools.ModuleTests.Parity;

/// <summary>The module as a user runs it on the examples; every template it writes goes to the linter, too.</summary>
public sealed class ParityModule : IDisposable
{
    private readonly ModuleScript scripts = new();

    /// <summary>The template of the example's definition, within what the CDK's template has besides.</summary>
    internal JsonObject Defined(CdkExample example)
    {
        const string Script = "param($path, $fragment) & $path 3>$null | ConvertTo-IdentityPoolTemplate -Format Json -Fragment:$fragment";
        return Whole(example, "defined", Run(Script, example.DefinitionPath, example.IsPartOfMore), example.PlainTemplate());
    }

    /// <summary>The CDK's template, read and written again, within what it has besides.</summary>
    internal JsonObject Imported(CdkExample example)
    {
        const string Script = "param($path, $fragment) Import-IdentityPool $path 3>$null | ConvertTo-IdentityPoolTemplate -Format Json -Fragment:$fragment";
        return Whole(example, "imported", Run(Script, example.TemplatePath, example.IsPartOfMore), example.Template());
    }

    /// <summary>Reads the CDK's template, writes it, reads what was written and writes that.</summary>
    /// <returns>Whether both definitions are equal, and both texts.</returns>
    internal (bool AreEqual, string First, string Second) ReadTwice(CdkExample example, string format)
    {
        const string Script = """
            param($path, $format, $fragment, $copy)
            $first = Import-IdentityPool $path 3>$null
            $first | Export-IdentityPool $copy -Format $format -Fragment:$fragment
            $second = Import-IdentityPool $copy 3>$null
            $first.Equals($second)
            $first, $second | . { process { $_ | ConvertTo-IdentityPoolTemplate -Format $format -Fragment:$fragment } }
            """;
        var copy = Path.Combine(Directory.CreateTempSubdirectory().FullName, $"{example}.{format}");
        try
        {
            var outcome = scripts.Run(Script, example.TemplatePath, format, example.IsPartOfMore, copy);
            Assert.Empty(outcome.Errors.Select(error => error.ToString()));
            var (areEqual, first, second) = ((bool)outcome.Output[0].BaseObject, (string)outcome.Output[1].BaseObject, (string)outcome.Output[2].BaseObject);
            if (!example.IsPartOfMore)
            {
                TemplateLint.Add($"{example}.again", first);
            }

            return (areEqual, first, second);
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(copy)!, recursive: true);
        }
    }

    /// <summary>The errors of reading the CDK's template and writing it again.</summary>
    internal ScriptOutcome Refused(CdkExample example) =>
        scripts.Run("param($path) Import-IdentityPool $path 3>$null | ConvertTo-IdentityPoolTemplate -Format Json -Fragment", example.TemplatePath);

    /// <inheritdoc/>
    public void Dispose() => scripts.Dispose();

    private string Run(string script, params object?[] arguments) => scripts.Run(script, arguments).Result<string>();

    private static JsonObject Whole(CdkExample example, string origin, string text, JsonObject original)
    {
        var template = JsonNode.Parse(text)!.AsObject();
        var whole = example.IsPartOfMore ? CdkExample.Completed(template, original) : template;
        TemplateLint.Add($"{example}.{origin}", whole.ToJsonString());
        return whole;
    }
}
