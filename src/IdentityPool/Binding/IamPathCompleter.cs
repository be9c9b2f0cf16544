namespace IdentityPools.Binding;

/// <summary>Completes a path in IAM, which begins and ends with a slash; files are not meant.</summary>
public sealed class IamPathCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Values(CompletionLine line) =>
        line
            .PoolsAtHand.SelectMany(pool => pool.Roles)
            .Select(role => role.Path?.Literal)
            .OfType<string>()
            .Append(line.Word.Length > 1 && line.Word[0] == '/' ? $"{line.Word.TrimEnd('/')}/" : "/")
            .Select(path => Suggestion.Of(path, nameof(Messages.CompletedIamPath)));
}
