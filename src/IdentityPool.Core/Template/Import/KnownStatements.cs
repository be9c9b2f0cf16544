using IdentityPools.Validation;

namespace IdentityPools.Template;

/// <summary>
/// Reads what a template says of a role's permissions, and remembers what it does not say: a part that a function chooses is left out, warned of, and keeps the
/// role from being written as if it were whole.
/// </summary>
internal sealed class KnownStatements(TemplateSource template)
{
    private readonly List<string> missing = [];
    private readonly HashSet<TemplateNode> leftOut = new(ReferenceEqualityComparer.Instance);

    /// <summary>Why the role is not whole, a sentence for each part.</summary>
    public ValueList<string> Missing => missing.ToValueList();

    /// <summary>Whether statements of the document are left out.</summary>
    public bool IsLeftOut(TemplateNode document) => leftOut.Contains(document);

    /// <summary>What is read of a list; nothing where it cannot be told.</summary>
    /// <param name="read">Reads it.</param>
    /// <param name="document">The policy document that it is read from, if it is one.</param>
    public IReadOnlyList<T> TryRead<T>(Func<IReadOnlyList<T>> read, TemplateNode? document)
    {
        template.Proceed();
        try
        {
            return read();
        }
        catch (DefinitionException exception) when (IsUnknown(exception))
        {
            LeaveOut(exception, document);
            return [];
        }
    }

    /// <summary>What is read of a value; null where it cannot be told.</summary>
    public TemplateValue? TryRead(Func<TemplateValue?> read)
    {
        template.Proceed();
        try
        {
            return read();
        }
        catch (DefinitionException exception) when (IsUnknown(exception))
        {
            Miss(exception);
            return null;
        }
    }

    /// <summary>Says that a document is left out.</summary>
    public void LeaveOut(DefinitionException fault, TemplateNode? document)
    {
        Miss(fault);
        if (document is not null)
        {
            leftOut.Add(document);
        }
    }

    private void Miss(DefinitionException exception)
    {
        missing.Add(exception.Message);
        template.Warn(exception);
    }

    private static bool IsUnknown(DefinitionException exception) =>
        exception.ErrorId is nameof(Messages.ImportUntold) or nameof(Messages.ImportPartitionKey) or nameof(Messages.ImportPolicyByFunction);
}
