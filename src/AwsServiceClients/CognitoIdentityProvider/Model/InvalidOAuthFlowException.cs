using System.Net;
using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Model;

public class InvalidOAuthFlowException : AmazonCognitoIdentityProviderException
{
    public InvalidOAuthFlowException(string message)
        : base(message) { }

    public InvalidOAuthFlowException(string message, Exception? innerException)
        : base(message, innerException) { }

    public InvalidOAuthFlowException(Exception? innerException)
        : base(innerException) { }

    public InvalidOAuthFlowException(
        string message,
        Exception? innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public InvalidOAuthFlowException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
}
