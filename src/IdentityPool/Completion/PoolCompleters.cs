using IdentityPools.Errors;
using IdentityPools.Files;
using IdentityPools.Template;
using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Completion;

/// <summary>Completes the logical ids of the identity pools in the templates that the line names.</summary>
public sealed class LogicalIdCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Values(CompletionLine line) =>
        from template in TemplatesOnLine.Read(line)
        from pool in new TemplateSource(template.Root).OfType(ResourceTypes.IdentityPool)
        select Suggestion.Create(pool.Id, nameof(Messages.CompletedLogicalId), pool.Id, template.File);
}

/// <summary>Completes values of parameters: a hashtable for each parameter of the templates on the line, with its default.</summary>
public sealed class ParameterValueCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Values(CompletionLine line) =>
        from template in TemplatesOnLine.Read(line)
        from parameter in template.Root["Parameters"] as TemplateMapping ?? []
        let attributes = parameter.Value as TemplateMapping ?? []
        select Suggestion.ForEntry(
            parameter.Key,
            (attributes["Default"] as TemplateScalar)?.Text ?? "",
            MessageText.Format(
                nameof(Messages.CompletedParameterValue),
                parameter.Key,
                (attributes["Type"] as TemplateScalar)?.Text ?? "String",
                template.File,
                (attributes["Description"] as TemplateScalar)?.Text ?? ""
            )
        );
}

/// <summary>The templates that a line names.</summary>
internal static class TemplatesOnLine
{
    /// <summary>Those that can be read; the command says what is wrong with another.</summary>
    public static IEnumerable<(TemplateMapping Root, string File)> Read(CompletionLine line) =>
        line.Session.Paths is { } paths
            ? Files(line.Arguments.Texts("Path"), paths.Matching).Concat(Files(line.Arguments.Texts("LiteralPath"), path => [paths.Literal(path)]))
            : [];

    private static IEnumerable<(TemplateMapping Root, string File)> Files(IEnumerable<string> paths, Func<string, IEnumerable<string>> files) =>
        paths.SelectMany(path => Readable(() => files(path).ToList())).SelectMany(file => Readable(() => Template(file)));

    private static List<(TemplateMapping Root, string File)> Template(string file) =>
        [(TemplateShape.Read(TemplateTexts.Read(TextFile.ReadKept(file, TemplateText.MaximumLength))).Template, Path.GetFileName(file))];

    private static List<T> Readable<T>(Func<List<T>> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (exception is FileException or TemplateTextException or DefinitionException)
        {
            return [];
        }
    }
}

/// <summary>Completes the ids of pools that variables of the session hold.</summary>
public sealed class IdentityPoolIdCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Values(CompletionLine line) => Held(line, pool => pool.Id);

    internal static IEnumerable<Suggestion> Held(CompletionLine line, Func<IdentityPool, string?> text) =>
        from held in line.Session.Holding<IdentityPool>()
        where text(held.Value) is { Length: > 0 }
        select Suggestion.Create(text(held.Value)!, nameof(Messages.CompletedPool), held.Value, held.Name);
}

/// <summary>Completes the names of pools that variables of the session hold.</summary>
public sealed class IdentityPoolNameCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Values(CompletionLine line) => IdentityPoolIdCompleter.Held(line, pool => pool.TypedName?.Literal);
}

/// <summary>Completes the ARNs of pools that variables of the session hold.</summary>
public sealed class IdentityPoolArnCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Values(CompletionLine line) => IdentityPoolIdCompleter.Held(line, pool => pool.Arn);
}
