using System.Text.Json.Nodes;
using AchieveApex.Generator;
using NSwag;
using NSwag.CodeGeneration.CSharp;
using NSwag.CodeGeneration.OperationNameGenerators;

// Generator DOCUMENT OUTPUT: writes the C# client of an OpenAPI document.
var json = JsonNode.Parse(await File.ReadAllTextAsync(args[0]))!.AsObject();
var document = await OpenApiDocument.FromJsonAsync(Simplified.Of(json).ToJsonString());
var settings = new CSharpClientGeneratorSettings
{
    ClassName = "AchieveApexClient",
    OperationNameGenerator = new SingleClientFromOperationIdOperationNameGenerator(),
    InjectHttpClient = true,
    DisposeHttpClient = false,
    UseBaseUrl = false,
    GenerateOptionalParameters = true,
    GeneratePrepareRequestAndProcessResponseAsAsyncMethods = false,
    CSharpGeneratorSettings =
    {
        Namespace = "AchieveApex.Client",
        JsonLibrary = NJsonSchema.CodeGeneration.CSharp.CSharpJsonLibrary.SystemTextJson,
        JsonLibraryVersion = 10.0m, // enums by the names that they have on the wire
        GenerateNullableReferenceTypes = true,
        GenerateOptionalPropertiesAsNullable = true,
        GenerateDataAnnotations = false,
        PropertyNameGenerator = new WordsInPascalCase(),
        EnumNameGenerator = new WordsInPascalCase(),
        ArrayType = "System.Collections.Generic.ICollection",
        ArrayBaseType = "System.Collections.ObjectModel.Collection",
    },
};
var code = new CSharpClientGenerator(document, settings).GenerateFile();
await File.WriteAllTextAsync(args[1], code.ReplaceLineEndings("\n"));
