using IdentityPools.Errors;
using IdentityPools.Files;
using IdentityPools.Template;
using IdentityPools.Validation;

namespace IdentityPools.Completion;

/// <summary>Completes the logical ids of the identity pools in the templates that the line names.</summary>
public sealed class LogicalIdCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Values(CompletionLine line) =>
        line.Session.Paths is { } paths
            ? Ids(line.Arguments.Texts("Path"), paths.Matching).Concat(Ids(line.Arguments.Texts("LiteralPath"), path => [paths.Literal(path)]))
            : [];

    private static IEnumerable<Suggestion> Ids(IEnumerable<string> paths, Func<string, IEnumerable<string>> files) =>
        paths.SelectMany(path => Readable(() => files(path).ToList())).SelectMany(file => Readable(() => Ids(file)));

    private static List<Suggestion> Ids(string file) =>
        new TemplateSource(TemplateShape.Read(TemplateTexts.Read(TextFile.ReadKept(file, TemplateText.MaximumLength))).Template)
            .OfType(ResourceTypes.IdentityPool)
            .Select(pool => Suggestion.Create(pool.Id, nameof(Messages.CompletedLogicalId), pool.Id, Path.GetFileName(file)))
            .ToList();

    private static List<T> Readable<T>(Func<List<T>> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (exception is FileException or TemplateTextException or DefinitionException)
        {
            // Import-IdentityPool says what is wrong with the file; completion has nothing to offer.
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
