using System.Net;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace AwsServiceClients.Protocol;

/// <summary>Makes the exception for a code; of one that the service does not declare, the service's general exception.</summary>
internal delegate AmazonServiceException ErrorFactory(string code, string message, Exception? inner, ErrorType type, string requestId, HttpStatusCode status);

/// <summary>How requests of one service are written and its answers are read.</summary>
internal abstract class ServiceProtocol
{
    private readonly ErrorFactory errors;

    protected ServiceProtocol(ErrorFactory errors)
    {
        this.errors = errors;
    }

    /// <summary>What the pipeline needs to know of one operation.</summary>
    public InvokeOptions Options<TResponse>(string operation, StructureShape request, StructureShape response)
        where TResponse : AmazonWebServiceResponse, new() =>
        new()
        {
            RequestMarshaller = new RequestWriter(this, operation, request),
            ResponseUnmarshaller = new AnswerReader<TResponse>(this, operation, response),
        };

    /// <summary>Writes a request.</summary>
    public abstract IRequest Write(string operation, StructureShape shape, AmazonWebServiceRequest input);

    /// <summary>Fills a response from the body of an answer.</summary>
    /// <exception cref="FormatException">The body is not what the service answers with.</exception>
    public abstract void Read(string operation, StructureShape shape, byte[] body, AmazonWebServiceResponse response);

    /// <summary>Reads what went wrong out of the body and the headers of an answer.</summary>
    /// <exception cref="FormatException">The body is not what the service answers with.</exception>
    public abstract ErrorAnswer ReadError(byte[] body, IWebResponseData headers);

    /// <summary>The exception for an answer that says what went wrong.</summary>
    public AmazonServiceException ErrorOf(ErrorAnswer answer, Exception? inner, string requestId, HttpStatusCode status) =>
        errors(
            answer.Code,
            answer.Message ?? $"The service answered with the error {answer.Code} and HTTP status {(int)status}, and no message.",
            inner,
            answer.Type,
            requestId,
            status
        );

    /// <summary>The exception for an answer that cannot be read.</summary>
    public AmazonServiceException UnreadableOf(byte[] body, Exception inner, string requestId, HttpStatusCode status) =>
        errors(
            "UnreadableAnswer",
            $"The service's answer with HTTP status {(int)status} cannot be read: {AnswerText.Describe(body)}.",
            inner,
            ErrorType.Unknown,
            requestId,
            status
        );

    private sealed class RequestWriter(ServiceProtocol protocol, string operation, StructureShape shape) : IMarshaller<IRequest, AmazonWebServiceRequest>
    {
        public IRequest Marshall(AmazonWebServiceRequest input) => protocol.Write(operation, shape, input);
    }
}
