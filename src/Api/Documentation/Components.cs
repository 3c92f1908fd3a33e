using Microsoft.OpenApi;

namespace AchieveApex.Api.Documentation;

/// <summary>The parts of the document that are told once and named from elsewhere.</summary>
internal sealed class Components(OpenApiDocument document)
{
    private readonly HashSet<string> begun = [];

    public OpenApiSchemaReference Schema(string name, Func<OpenApiSchema> make)
    {
        if (begun.Add("schema " + name)) // before it is made: it may name itself
            document.AddComponent(name, make());
        return new OpenApiSchemaReference(name, document);
    }

    public OpenApiParameterReference Parameter(string name, Func<OpenApiParameter> make)
    {
        if (begun.Add("parameter " + name))
            document.AddComponent(name, make());
        return new OpenApiParameterReference(name, document);
    }

    public OpenApiResponseReference Response(string name, Func<OpenApiResponse> make)
    {
        if (begun.Add("response " + name))
            document.AddComponent(name, make());
        return new OpenApiResponseReference(name, document);
    }

    public OpenApiHeaderReference Header(string name, Func<OpenApiHeader> make)
    {
        if (begun.Add("header " + name))
            document.AddComponent(name, make());
        return new OpenApiHeaderReference(name, document);
    }
}
