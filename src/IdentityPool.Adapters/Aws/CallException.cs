using IdentityPools.Ports;

namespace IdentityPools.Aws;

/// <summary>
/// What is refused of a call or its answer: an address, a redirect, an answer that does not end or does not say what it must; or that there are no credentials
/// to sign it with. It is not an exception that the SDK knows, so that the SDK does not repeat what the service may have done.
/// </summary>
internal sealed class CallException : Exception
{
    /// <param name="errorId">The sentence, and the id of the error.</param>
    /// <param name="details">What the sentence says after operation and target.</param>
    public CallException(string errorId, params object[] details) => (ErrorId, Details) = (errorId, details);

    /// <param name="errorId">The sentence, and the id of the error.</param>
    /// <param name="cause">What the SDK says of it.</param>
    public CallException(string errorId, Exception cause)
        : base(null, cause) => (ErrorId, Details) = (errorId, []);

    public string ErrorId { get; }

    public IReadOnlyList<object> Details { get; }

    /// <summary>What kind of error it is.</summary>
    public ServiceErrorKind Kind { get; init; } = ServiceErrorKind.Connection;

    /// <summary>Whether nothing was sent.</summary>
    public bool IsUnsent => Kind != ServiceErrorKind.Connection;

    /// <inheritdoc/>
    public override string Message => $"{ErrorId}: {string.Join(", ", Details)}";
}
