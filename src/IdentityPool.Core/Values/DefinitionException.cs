using IdentityPools.Values;

namespace IdentityPools.Validation;

/// <summary>A definition that AWS would refuse or that contradicts itself.</summary>
public sealed class DefinitionException : Exception
{
    internal DefinitionException(string errorId, string message, object? target, Exception? inner = null)
        : base(message, ShownText.Behind(inner))
    {
        ErrorId = errorId;
        Target = target;
    }

    /// <summary>The stable name of the fault.</summary>
    public string ErrorId { get; }

    /// <summary>What the user named.</summary>
    public object? Target { get; }
}
