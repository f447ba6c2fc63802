"""Makes a model in the form of a VITS voice for sherpa-onnx that gives each token a tone of its own: `python3 make_model.py FOLDER`."""
import sys
import numpy as np
from onnx import TensorProto, helper, numpy_helper, save

RATE, STEP = 16_000, 160
ramp = (2 * np.pi * 200 * np.arange(STEP) / RATE).astype(np.float32).reshape(1, 1, STEP)
constants = {'ramp': ramp, 'last': np.array([2], np.int64), 'flat': np.array([1, 1, -1], np.int64), 'half': np.array(.5, np.float32)}
floats = [helper.make_tensor_value_info(name, TensorProto.FLOAT, [1]) for name in ('noise_scale', 'length_scale', 'noise_scale_w')]
graph = helper.make_graph([
    helper.make_node('Cast', ['x'], ['token'], to=TensorProto.FLOAT),
    helper.make_node('Unsqueeze', ['token', 'last'], ['tokens']),
    helper.make_node('Mul', ['tokens', 'ramp'], ['phase']),
    helper.make_node('Sin', ['phase'], ['tone']),
    helper.make_node('Mul', ['tone', 'half'], ['quiet']),
    helper.make_node('Mul', ['quiet', 'length_scale'], ['scaled']),
    helper.make_node('Reshape', ['scaled', 'flat'], ['y']),
], 'tones', [helper.make_tensor_value_info('x', TensorProto.INT64, [1, 'T']), helper.make_tensor_value_info('x_length', TensorProto.INT64, [1]), *floats],
    [helper.make_tensor_value_info('y', TensorProto.FLOAT, [1, 1, 'L'])], [numpy_helper.from_array(value, name) for name, value in constants.items()])
model = helper.make_model(graph, opset_imports=[helper.make_opsetid('', 13)], ir_version=8)
for key, value in {'model_type': 'vits', 'comment': 'tones', 'language': 'Chinese', 'add_blank': '0', 'n_speakers': '1', 'sample_rate': str(RATE), 'punctuation': ''}.items():
    model.metadata_props.add(key=key, value=value)
save(model, f'{sys.argv[1]}/model.onnx')
