using System.Text;
using IdentityPools.Ports;
using IdentityPools.Template;
using IdentityPools.Validation;
using IdentityPools.Values;
using IdentityPools.Yaml;
using Xunit;

namespace IdentityPools.UnitTests.Export;

/// <summary>A pool goes back into its template: what was changed of it is changed there, and every other byte stays.</summary>
public sealed class IntoTemplateTests
{
    /// <summary>What a change of a pool may be refused with, as the template does not say it where it could be changed.</summary>
    private static readonly string[] Refusals = ["ChangeUnderFunction", "RevokedElsewhere", "RevokedFromShared", "IntoStillNeeded"];

    private static readonly JsonTemplateText Json = new();
    private static readonly YamlTemplateText Yaml = new();

    public static TheoryData<string, bool> Files => [.. ImportedPoolTests.Importable.SelectMany(name => new[] { (name.Data, false), (name.Data, true) })];

    [Theory]
    [MemberData(nameof(Files))]
    public void Nothing_changed_is_the_same_text(string file, bool isJson)
    {
        var (text, form) = Text(file, isJson);
        var pools = TemplateImporter.Import(form.Read(text)).Pools;

        Assert.Same(text, IntoTemplate.Write(text, file, pools, new(), form));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_change_is_written_and_nothing_else(string file, bool isJson)
    {
        var (text, form) = Text(file, isJson);
        var pools = TemplateImporter.Import(form.Read(text)).Pools;
        foreach (var pool in pools)
        {
            foreach (var name in Edits.Names)
            {
                if (Changed(pool, name) is not { } changed || changed.Equals(pool))
                {
                    continue;
                }

                try
                {
                    AssertWritten(text, IntoTemplate.Write(text, file, [changed], new(), form), changed, form, $"{file}, {name}");
                }
                catch (DefinitionException exception) when (Refusals.Contains(exception.ErrorId))
                {
                    Assert.Contains(pool.ToString(), exception.Message, StringComparison.Ordinal);
                }
            }
        }
    }

    private static IdentityPool? Changed(IdentityPool pool, string name)
    {
        try
        {
            return Edits.Apply(name, pool);
        }
        catch (DefinitionException)
        {
            // Such a change cannot be made of this pool.
            return null;
        }
    }

    private static void AssertWritten(string text, string written, IdentityPool changed, ITemplateText form, string what)
    {
        var again = TemplateImporter.Import(form.Read(written), [changed.LogicalId]);
        Assert.True(changed.Equals(Assert.Single(again.Pools)), $"{what}:\n{string.Join('\n', LineDifference.Of(text, written))}");

        // Each line that stays, stays as it was and in its order, and what is no part of the pool stays.
        var own = changed.Origin.Template!.Resources.Select(entry => entry.Key).ToHashSet();
        var (before, now) = ((TemplateMapping)form.Read(text), (TemplateMapping)form.Read(written));
        foreach (var (id, resource) in before["Resources"] as TemplateMapping ?? [])
        {
            Assert.True(own.Contains(id) || resource.Equals(now.At("Resources", id)), $"{what}: {id}");
        }
    }

    private static (string Text, ITemplateText Form) Text(string file, bool isJson)
    {
        var text = FieldTemplates.Text(file);
        return isJson ? (Encoding.UTF8.GetString(Json.Write(Yaml.Read(text)).Span), Json) : (text, Yaml);
    }
}
