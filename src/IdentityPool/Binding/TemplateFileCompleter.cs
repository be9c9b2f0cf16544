namespace IdentityPools.Binding;

/// <summary>Completes files that hold templates.</summary>
public sealed class TemplateFileCompleter : FileCompleter
{
    private protected override IReadOnlyCollection<string> Extensions => [".json", ".template", ".yaml", ".yml"];
}
