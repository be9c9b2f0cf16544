using System.Net;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;

namespace AwsServiceClients.Protocol;

/// <summary>Reads the answers to one operation.</summary>
internal sealed class AnswerReader<TResponse>(ServiceProtocol protocol, string operation, StructureShape shape) : ResponseUnmarshaller
    where TResponse : AmazonWebServiceResponse, new()
{
    public override AmazonWebServiceResponse Unmarshall(UnmarshallerContext input)
    {
        var answer = (Answer)input;
        var response = new TResponse { ResponseMetadata = new() { RequestId = answer.RequestId } };
        var body = answer.ReadBody();
        try
        {
            RequireWhole(answer);
            protocol.Read(operation, shape, body, response);
        }
        catch (FormatException exception)
        {
            throw protocol.UnreadableOf(body, exception, answer.RequestId ?? "", answer.ResponseData.StatusCode);
        }

        return response;
    }

    public override AmazonServiceException UnmarshallException(UnmarshallerContext input, Exception innerException, HttpStatusCode statusCode)
    {
        var answer = (Answer)input;
        var body = answer.ReadBody();
        try
        {
            RequireWhole(answer);
            var error = protocol.ReadError(body, answer.ResponseData);
            return protocol.ErrorOf(error, innerException, answer.RequestId ?? error.RequestId ?? "", statusCode);
        }
        catch (FormatException)
        {
            return protocol.UnreadableOf(body, innerException, answer.RequestId ?? "", statusCode);
        }
    }

    protected override UnmarshallerContext ConstructUnmarshallerContext(
        Stream responseStream,
        bool maintainResponseBody,
        IWebResponseData response,
        bool isException
    ) => new Answer(responseStream, maintainResponseBody, response, isException);

    protected override UnmarshallerContext ConstructUnmarshallerContext(
        Stream responseStream,
        bool maintainResponseBody,
        IWebResponseData response,
        bool isException,
        IRequestContext requestContext
    ) => new Answer(responseStream, maintainResponseBody, response, isException);

    private static void RequireWhole(Answer answer)
    {
        if (!answer.IsWhole)
        {
            throw new FormatException("The connection ended before the answer did.");
        }
    }
}
