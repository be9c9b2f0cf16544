using System.Text;

namespace ServiceClientGenerator;

/// <summary>Writes requests, responses and their parts, enumerations and exceptions.</summary>
internal static class TypeWriter
{
    private static readonly HashSet<string> Inherited = ["Equals", "ReferenceEquals", "Value"];

    public static string Model(Surface surface)
    {
        var code = new StringBuilder(
            $$"""
            using System.Net;
            using Amazon.Runtime;

            namespace {{surface.Namespace}}.Model;

            public class {{surface.Client}}Request : AmazonWebServiceRequest;

            """
        );
        foreach (var structure in surface.Structures)
        {
            code.AppendLine().Append(Structure(surface, structure));
        }

        foreach (var error in surface.Model.Errors)
        {
            code.AppendLine().Append(Exception(Surface.ExceptionOf(error), $"{surface.Client}Exception", "innerException"));
        }

        return code.ToString();
    }

    /// <summary>What stands in the service's own namespace: enumerations and the general exception.</summary>
    public static string Service(Surface surface)
    {
        var code = new StringBuilder(
            $$"""
            using System.Net;
            using Amazon.Runtime;

            namespace {{surface.Namespace}};

            {{Exception($"{surface.Client}Exception", "AmazonServiceException", "innerException?.Message, innerException")}}
            """
        );
        foreach (var enumeration in surface.Enumerations)
        {
            code.AppendLine().Append(Enumeration(surface.NameOf(enumeration), surface.Model.Shapes[enumeration].Values));
        }

        return code.ToString();
    }

    private static string Structure(Surface surface, StructureType structure)
    {
        var parent = structure.Role switch
        {
            StructureRole.Request => $" : {surface.Client}Request",
            StructureRole.Response => " : AmazonWebServiceResponse",
            _ => "",
        };
        var code = new StringBuilder().AppendLine($"public class {structure.Name}{parent}").AppendLine("{");
        foreach (var member in structure.Members)
        {
            code.AppendLine($"    public {surface.TypeOf(member.Shape)}? {Surface.Upper(member.Name)} {{ get; set; }}");
        }

        return code.AppendLine("}").ToString();
    }

    private static string Exception(string name, string parent, string inner) =>
        $$"""
            public class {{name}} : {{parent}}
            {
                public {{name}}(string message)
                    : base(message) { }

                public {{name}}(string message, Exception? innerException)
                    : base(message, innerException) { }

                public {{name}}(Exception? innerException)
                    : base({{inner}}) { }

                public {{name}}(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
                    : base(message, errorType, errorCode, requestId, statusCode) { }

                public {{name}}(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
                    : base(message, innerException, errorType, errorCode, requestId, statusCode) { }
            }

            """;

    private static string Enumeration(string name, IReadOnlyList<string> values)
    {
        var code = new StringBuilder().AppendLine($"public class {name} : ConstantClass").AppendLine("{");
        foreach (var value in values)
        {
            var field = Field(value);
            code.AppendLine($"    public static {(Inherited.Contains(field) ? "new " : "")}readonly {name} {field} = new(\"{value}\");");
        }

        return code.Append(
                $$"""

                    public {{name}}(string value)
                        : base(value) { }

                    public static {{name}} FindValue(string value) => FindValue<{{name}}>(value);

                    public static implicit operator {{name}}(string value) => FindValue(value);
                }

                """
            )
            .ToString();
    }

    private static string Field(string value) => Surface.Upper(new([.. value.Select(letter => char.IsLetterOrDigit(letter) ? letter : '_')]));
}
