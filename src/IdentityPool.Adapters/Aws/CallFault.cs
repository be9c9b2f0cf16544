namespace IdentityPools.Aws;

/// <summary>
/// What is refused of a call or its answer: an address, a redirect, an answer that does not end or does not say what it must. It is no exception that the SDK
/// knows, so that the SDK does not repeat what the service may have done.
/// </summary>
/// <param name="errorId">The sentence, and the id of the error.</param>
/// <param name="details">What the sentence says after operation and target.</param>
internal sealed class CallFault(string errorId, params object[] details) : Exception
{
    public string ErrorId { get; } = errorId;

    public IReadOnlyList<object> Details { get; } = details;

    /// <summary>Whether nothing was sent.</summary>
    public bool IsUnsent { get; init; }

    /// <inheritdoc/>
    public override string Message => $"{ErrorId}: {string.Join(", ", Details)}";
}
