using System.Net;
using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Model;

public class InvalidSmsRoleTrustRelationshipException : AmazonCognitoIdentityProviderException
{
    public InvalidSmsRoleTrustRelationshipException(string message)
        : base(message) { }

    public InvalidSmsRoleTrustRelationshipException(string message, Exception? innerException)
        : base(message, innerException) { }

    public InvalidSmsRoleTrustRelationshipException(Exception? innerException)
        : base(innerException) { }

    public InvalidSmsRoleTrustRelationshipException(
        string message,
        Exception? innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public InvalidSmsRoleTrustRelationshipException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
}
