using System.Net;
using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Model;

public class TierChangeNotAllowedException : AmazonCognitoIdentityProviderException
{
    public TierChangeNotAllowedException(string message)
        : base(message) { }

    public TierChangeNotAllowedException(string message, Exception? innerException)
        : base(message, innerException) { }

    public TierChangeNotAllowedException(Exception? innerException)
        : base(innerException) { }

    public TierChangeNotAllowedException(
        string message,
        Exception? innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public TierChangeNotAllowedException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
}
