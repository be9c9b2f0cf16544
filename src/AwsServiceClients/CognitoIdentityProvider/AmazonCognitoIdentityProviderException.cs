using System.Net;
using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider;

public class AmazonCognitoIdentityProviderException : AmazonServiceException
{
    public AmazonCognitoIdentityProviderException(string message)
        : base(message) { }

    public AmazonCognitoIdentityProviderException(string message, Exception? innerException)
        : base(message, innerException) { }

    public AmazonCognitoIdentityProviderException(Exception? innerException)
        : base(innerException?.Message, innerException) { }

    public AmazonCognitoIdentityProviderException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }

    public AmazonCognitoIdentityProviderException(
        string message,
        Exception? innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
}
