using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;
using Amazon.Runtime;
using IdentityPools.Ports;
using IdentityPools.Values;

namespace IdentityPools.Aws;

/// <summary>What AWS and the SDK throw, in words: what failed, for what, and what to do about it.</summary>
internal static partial class AwsErrors
{
    /// <param name="operation">The operation.</param>
    /// <param name="target">What it was about.</param>
    /// <param name="exception">What was thrown.</param>
    /// <param name="secrets">What went out with the call and must not come back in words.</param>
    public static ServiceException Translate(string operation, string target, Exception exception, IReadOnlyCollection<ProviderSecret> secrets) =>
        exception switch
        {
            ServiceException known => known,
            _ when CallExceptionIn(exception) is { } own => Translate(operation, target, own),
            AmazonServiceException answer when IsUnreadable(answer) => Unanswered(nameof(Messages.AnswerUnreadable), operation, target, answer, secrets),
            AmazonServiceException { ErrorCode: { Length: > 0 } } answer => Answered(operation, target, answer, secrets),
            AmazonServiceException { StatusCode: >= HttpStatusCode.InternalServerError } answer => Answered(operation, target, answer, secrets),
            // Not every client of the SDK says so itself.
            _ when Innermost(exception) is XmlException or JsonException => Unanswered(
                nameof(Messages.AnswerUnreadable),
                operation,
                target,
                exception,
                secrets
            ),
            _ => Unanswered(nameof(Messages.NoAnswer), operation, target, exception, secrets),
        };

    /// <summary>What was not found is the pool itself.</summary>
    public static ServiceException PoolNotFound(string id, ServiceException exception) =>
        exception.Ending(nameof(Messages.IdentityPoolNotFound), MessageText.Format(nameof(Messages.IdentityPoolNotFound), id), id);

    private static ServiceException Answered(string operation, string target, AmazonServiceException answer, IReadOnlyCollection<ProviderSecret> secrets)
    {
        var isLong = LongText.IsLong(answer.Message);
        var code = answer.ErrorCode is { } given ? LongText.Cut(given) : ((int)answer.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var (errorId, kind) = Classify(operation, code, answer);
        return new(
            errorId,
            kind,
            MessageText.Format(
                errorId,
                operation,
                target,
                LongText.Cut(Masked(answer.Message.TrimEnd(), secrets)),
                code,
                RequestId(answer) is { Length: > 0 } id ? id : "unknown"
            ),
            target,
            // A long one would carry the whole message along.
            isLong ? null : Behind(answer, secrets)
        )
        {
            ErrorCode = code,
            RequestId = RequestId(answer),
            Operation = operation,
            // AWS may have done what it then failed to say.
            MayHaveHappened = kind == ServiceErrorKind.Service,
        };
    }

    private static (string ErrorId, ServiceErrorKind Kind) Classify(string operation, string code, AmazonServiceException answer) =>
        code.Replace("Exception", "", StringComparison.Ordinal) switch
        {
            "InvalidParameter" when CredentialReader.IsClassic(operation) && IsClassicFlow(answer.Message) => (
                nameof(Messages.ClassicFlowRefused),
                ServiceErrorKind.Invalid
            ),
            "AccessDenied" when CredentialReader.IsClassic(operation) => (nameof(Messages.ClassicRoleRefused), ServiceErrorKind.Denied),
            "NotAuthorized" when CredentialReader.IsLogin(operation) => (nameof(Messages.LoginRefused), ServiceErrorKind.Denied),
            "NotAuthorized" when IsPassRole(answer.Message) => (nameof(Messages.PassRoleDenied), ServiceErrorKind.Denied),
            "AccessDenied" or "NotAuthorized" or "UnauthorizedOperation" when IsPassRoleAction(answer.Message) => (
                nameof(Messages.PassRoleDenied),
                ServiceErrorKind.Denied
            ),
            "AccessDenied" or "NotAuthorized" or "UnauthorizedOperation" or "OptInRequired" => (nameof(Messages.AccessDenied), ServiceErrorKind.Denied),
            "ExpiredToken" => (nameof(Messages.CredentialsExpired), ServiceErrorKind.Authentication),
            "RequestExpired" or "RequestTimeTooSkewed" => (nameof(Messages.ClockSkew), ServiceErrorKind.Authentication),
            "InvalidSignature" or "SignatureDoesNotMatch" when IsClock(answer.Message) => (nameof(Messages.ClockSkew), ServiceErrorKind.Authentication),
            "InvalidClientTokenId"
            or "UnrecognizedClient"
            or "InvalidSignature"
            or "SignatureDoesNotMatch"
            or "AuthFailure"
            or "InvalidAccessKeyId"
            or "MissingAuthenticationToken"
            or "IncompleteSignature" => (nameof(Messages.CredentialsInvalid), ServiceErrorKind.Authentication),
            "ResourceNotFound" or "NoSuchEntity" => (nameof(Messages.ResourceNotFound), ServiceErrorKind.NotFound),
            "LimitExceeded" => (nameof(Messages.QuotaExceeded), ServiceErrorKind.Quota),
            "TooManyRequests" or "Throttling" or "RequestLimitExceeded" or "SlowDown" => (nameof(Messages.Throttled), ServiceErrorKind.Throttled),
            "InvalidIdentityPoolConfiguration" => (nameof(Messages.PoolMisconfigured), ServiceErrorKind.Invalid),
            "ExternalService" => (nameof(Messages.LoginProviderFailed), ServiceErrorKind.Service),
            "MalformedPolicyDocument" => (nameof(Messages.PolicyRefused), ServiceErrorKind.Invalid),
            "ConcurrentModification" or "EntityAlreadyExists" or "ResourceConflict" or "DeleteConflict" or "EntityTemporarilyUnmodifiable" => (
                nameof(Messages.ResourceConflict),
                ServiceErrorKind.Conflict
            ),
            _ when answer.StatusCode >= HttpStatusCode.InternalServerError => (nameof(Messages.ServiceFailed), ServiceErrorKind.Service),
            "InternalError" or "ServiceFailure" or "ServiceUnavailable" or "InternalFailure" => (nameof(Messages.ServiceFailed), ServiceErrorKind.Service),
            _ => (nameof(Messages.RequestRefused), ServiceErrorKind.Invalid),
        };

    private static ServiceException Unanswered(
        string errorId,
        string operation,
        string target,
        Exception exception,
        IReadOnlyCollection<ProviderSecret> secrets
    ) =>
        new(errorId, ServiceErrorKind.Connection, MessageText.Format(errorId, operation, target, Words(exception, secrets)), target, Behind(exception, secrets))
        {
            Operation = operation,
            RequestId = exception is AmazonServiceException answer ? RequestId(answer) : null,
            MayHaveHappened = true,
        };

    /// <summary>What an exception says, as a sentence without secrets.</summary>
    public static string Words(Exception exception, params IReadOnlyCollection<ProviderSecret> secrets) =>
        LongText.Cut(Masked(Reason(exception).TrimEnd(), secrets)).TrimEnd('.') + ".";

    /// <summary>
    /// AWS's words without secrets. It may repeat a value that it refuses, and a signature that does not fit with all that was signed, the session token
    /// among it.
    /// </summary>
    private static string Masked(string words, IReadOnlyCollection<ProviderSecret> secrets) =>
        SignedToken().Replace(secrets.Aggregate(words, (text, secret) => secret.Mask(text)), "$1********");

    /// <summary>The inner exception; not where it may hold what was sent, or the part of an answer that came.</summary>
    private static Exception? Behind(Exception exception, IReadOnlyCollection<ProviderSecret> secrets) =>
        secrets.Count > 0 || SignedToken().IsMatch(exception.Message) ? null : exception;

    [GeneratedRegex(@"(x-amz-security-token\s*[:=]\s*)[^\s'""&]+", RegexOptions.IgnoreCase)]
    private static partial Regex SignedToken();

    /// <summary>A call that was not let through, or whose answer is not believed.</summary>
    public static ServiceException Translate(string operation, string target, CallException exception) =>
        new(exception.ErrorId, exception.Kind, MessageText.Format(exception.ErrorId, [operation, target, .. exception.Details]), target, exception)
        {
            Operation = operation,
            MayHaveHappened = !exception.IsUnsent,
        };

    /// <summary>What was refused of the call, also where the SDK wrapped it: the credentials may have been what it asked for.</summary>
    private static CallException? CallExceptionIn(Exception? exception) =>
        exception switch
        {
            null => null,
            CallException own => own,
            _ => CallExceptionIn(exception.InnerException),
        };

    private static string? RequestId(AmazonServiceException answer) => answer.RequestId is { } id ? LongText.Cut(id) : null;

    /// <summary>A broken connection is told best by what broke it, a broken answer by who could not read it.</summary>
    private static string Reason(Exception exception) => exception is AmazonServiceException ? exception.Message : Innermost(exception).Message;

    private static Exception Innermost(Exception exception) => exception.InnerException is { } inner ? Innermost(inner) : exception;

    private static bool IsUnreadable(AmazonServiceException answer) =>
        answer is AmazonUnmarshallingException || answer.InnerException is AmazonUnmarshallingException || answer.ErrorCode == "UnreadableAnswer";

    private static bool IsPassRole(string message) =>
        message.StartsWith("Access to Role", StringComparison.Ordinal) && message.Contains("forbidden", StringComparison.Ordinal);

    /// <summary>IAM's words for a caller who lacks a permission: is not authorized to perform: iam:PassRole on resource: ...</summary>
    private static bool IsPassRoleAction(string message) => message.Contains("perform: iam:PassRole ", StringComparison.Ordinal);

    /// <summary>Amazon Cognito's words for a pool that does not take part in the classic flow: it is off, or the pool has role mappings.</summary>
    private static bool IsClassicFlow(string message) => message.StartsWith("Basic (classic) flow", StringComparison.Ordinal);

    private static bool IsClock(string message) =>
        message.StartsWith("Signature expired", StringComparison.Ordinal) || message.StartsWith("Signature not yet current", StringComparison.Ordinal);
}
