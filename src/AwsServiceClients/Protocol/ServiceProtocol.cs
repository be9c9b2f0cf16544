using System.Net;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace AwsServiceClients.Protocol;

/// <summary>How requests of one service are written and its answers are read.</summary>
internal abstract class ServiceProtocol : IMarshaller<IRequest, AmazonWebServiceRequest>
{
    private readonly ServiceErrors errors;

    protected ServiceProtocol(ServiceErrors errors)
    {
        this.errors = errors;
    }

    /// <summary>What the pipeline needs to know of one operation.</summary>
    public InvokeOptions OptionsFor<TResponse>()
        where TResponse : AmazonWebServiceResponse, new() => new() { RequestMarshaller = this, ResponseUnmarshaller = new AnswerReader<TResponse>(this) };

    /// <summary>Writes a request.</summary>
    public abstract IRequest Marshall(AmazonWebServiceRequest input);

    /// <summary>Fills a response from the body of an answer.</summary>
    /// <exception cref="FormatException">The body is not what the service answers with.</exception>
    public abstract void Read(byte[] body, AmazonWebServiceResponse response);

    /// <summary>Reads what went wrong out of the body and the headers of an answer.</summary>
    /// <exception cref="FormatException">The body is not what the service answers with.</exception>
    public abstract ErrorAnswer ReadError(byte[] body, IWebResponseData headers);

    /// <summary>The exception for an answer that says what went wrong.</summary>
    public AmazonServiceException ErrorOf(ErrorAnswer answer, Exception? inner, string requestId, HttpStatusCode status) =>
        errors.Create(
            answer.Code,
            answer.Message ?? $"The service answered with the error {answer.Code} and HTTP status {(int)status}, and no message.",
            inner,
            answer.Type,
            requestId,
            status
        );

    /// <summary>The exception for an answer that cannot be read.</summary>
    public AmazonServiceException UnreadableOf(byte[] body, Exception inner, string requestId, HttpStatusCode status) =>
        errors.CreateGeneral($"The service's answer with HTTP status {(int)status} cannot be read: {AnswerText.Describe(body)}.", inner, requestId, status);

    protected static string OperationOf(AmazonWebServiceRequest request) => request.GetType().Name[..^"Request".Length];
}
