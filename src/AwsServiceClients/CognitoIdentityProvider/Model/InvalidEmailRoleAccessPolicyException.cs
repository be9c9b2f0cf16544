using System.Net;
using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Model;

public class InvalidEmailRoleAccessPolicyException : AmazonCognitoIdentityProviderException
{
    public InvalidEmailRoleAccessPolicyException(string message)
        : base(message) { }

    public InvalidEmailRoleAccessPolicyException(string message, Exception? innerException)
        : base(message, innerException) { }

    public InvalidEmailRoleAccessPolicyException(Exception? innerException)
        : base(innerException) { }

    public InvalidEmailRoleAccessPolicyException(
        string message,
        Exception? innerException,
        ErrorType errorType,
        string errorCode,
        string requestId,
        HttpStatusCode statusCode
    )
        : base(message, innerException, errorType, errorCode, requestId, statusCode) { }

    public InvalidEmailRoleAccessPolicyException(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, errorType, errorCode, requestId, statusCode) { }
}
