using System.Net;
using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Model;

public class ScopeDoesNotExistException : AmazonCognitoIdentityProviderException
{
    public ScopeDoesNotExistException(string message)
        : base(message) { }

    public ScopeDoesNotExistException(string message, Exception? innerException)
        : base(message, innerException) { }

    public ScopeDoesNotExistException(Exception? innerException)
        : base(innerException) { }

    public ScopeDoesNotExistException(
        string message,
        Exception? innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public ScopeDoesNotExistException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
}
