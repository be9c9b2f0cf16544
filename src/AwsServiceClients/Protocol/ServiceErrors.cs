using System.Net;
using Amazon.Runtime;

namespace AwsServiceClients.Protocol;

/// <summary>Finds the exception of a service by the code that stands in the answer.</summary>
internal sealed class ServiceErrors
{
    private readonly Type general;
    private readonly string suffix;

    /// <param name="general">The exception that all of the service's exceptions derive from.</param>
    /// <param name="suffix">What the names of the exceptions have more than the codes.</param>
    public ServiceErrors(Type general, string suffix)
    {
        this.general = general;
        this.suffix = suffix;
    }

    public AmazonServiceException Create(string code, string message, Exception? inner, ErrorType type, string requestId, HttpStatusCode status) =>
        (AmazonServiceException)Activator.CreateInstance(TypeOf(code), message, inner, type, code, requestId, status)!;

    public AmazonServiceException CreateGeneral(string message, Exception? inner, string requestId, HttpStatusCode status) =>
        (AmazonServiceException)Activator.CreateInstance(general, message, inner, ErrorType.Unknown, "UnreadableAnswer", requestId, status)!;

    // By name instead of by a list: an error is rare, and a code that is no name of ours is answered with the general exception.
    private Type TypeOf(string code) =>
        code.All(char.IsAsciiLetterOrDigit) && general.Assembly.GetType($"{general.Namespace}.Model.{code}{suffix}") is { } found && found.IsSubclassOf(general)
            ? found
            : general;
}
