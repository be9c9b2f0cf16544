using IdentityPools.Values;

namespace IdentityPools.Template;

/// <summary>What every text form of a template has in common.</summary>
public static class TemplateText
{
    /// <summary>Characters that are read at most: four times what CloudFormation takes, so that formatting does not matter.</summary>
    public const int MaximumLength = 4 * 1024 * 1024;

    /// <summary>Levels that are read at most. Real templates stay below 20.</summary>
    public const int MaximumDepth = 64;
}

/// <summary>Text that cannot be read as a template.</summary>
public sealed class TemplateTextException : Exception
{
    /// <summary>A fault at a place in the text.</summary>
    /// <param name="exception">What is wrong.</param>
    /// <param name="message">The sentence for the user.</param>
    /// <param name="inner">The parser's own fault, if it has one.</param>
    public TemplateTextException(TemplateTextErrorKind exception, string message, Exception? inner = null)
        : base(message, ShownText.Behind(inner)) => Kind = exception;

    /// <summary>What is wrong.</summary>
    public TemplateTextErrorKind Kind { get; }
}

/// <summary>What can be wrong with the text of a template.</summary>
public enum TemplateTextErrorKind
{
    /// <summary>Not JSON or not YAML, or cut off.</summary>
    Malformed,

    /// <summary>Nested deeper than any template.</summary>
    TooDeep,

    /// <summary>The same key twice in one map.</summary>
    DuplicateKey,

    /// <summary>Something that CloudFormation does not take, such as YAML aliases.</summary>
    NotSupported,
}
