namespace IdentityPools.Sandbox.Wire;

/// <summary>How the errors are called and numbered that AWS raises before a service sees a request.</summary>
/// <param name="UnknownOperation">No such operation.</param>
/// <param name="MissingOperation">The request names no operation.</param>
/// <param name="MissingToken">The request is not signed.</param>
/// <param name="AccessDenied">The caller lacks a permission.</param>
/// <param name="ExpiredToken">The caller's credentials have ended.</param>
/// <param name="InvalidCredentials">Nobody knows the caller's credentials.</param>
/// <param name="ClockSkew">The caller's clock is wrong.</param>
/// <param name="Status">The status of all but the first two.</param>
/// <remarks>https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html</remarks>
internal sealed record ProtocolErrors(
    string UnknownOperation,
    string MissingOperation,
    string MissingToken,
    string AccessDenied,
    string ExpiredToken,
    string InvalidCredentials,
    string ClockSkew,
    int Status
)
{
    public static readonly ProtocolErrors Json = new(
        "UnknownOperationException",
        "UnknownOperationException",
        "MissingAuthenticationTokenException",
        "AccessDeniedException",
        "ExpiredTokenException",
        "UnrecognizedClientException",
        "InvalidSignatureException",
        400
    );

    public static readonly ProtocolErrors Query = new(
        "InvalidAction",
        "MissingAction",
        "MissingAuthenticationToken",
        "AccessDenied",
        "ExpiredToken",
        "InvalidClientTokenId",
        "SignatureDoesNotMatch",
        403
    );
}
